package suggest

import (
	"strings"

	"exceed/workshop"
)

// common are the words of each language that say nothing of a theme and much of the language.
func common() map[workshop.Lang]map[string]bool {
	set := map[workshop.Lang]map[string]bool{}
	for lang, list := range map[workshop.Lang]string{
		workshop.English: `i me my we us our you your he him his she her they them their it its the a an this that these those and or but if so
			not no never ever always of to in on at by for from with without into as than then when where who which what how is are was were be
			been being am do does did done has have had having will would can could should must may might just even too very more most much
			many some any every each all both only again here there now out up down about get gets got give gives given want wants need
			needs expect expects like please make makes made go goes one two three other who whose because before after since until t s m re ve ll don
			people team work works working thing things something someone somebody everybody everyone anybody us year years time
			day days week weeks month months hour hours minute minutes today tomorrow four five six seven eight nine ten twenty half first second third once twice next last same new old own show let take put come comes came say says said know good bad`,
		workshop.French: `je j me m mon ma mes nous notre nos vous votre vos tu te ton ta tes il elle ils elles on lui leur leurs se s sa son ses le la l les un une
			des du de d et ou où mais si donc car ne n pas plus jamais toujours rien en à au aux y dans sur sous par pour avec sans chez vers entre
			que qu qui quoi dont quand comment ce c cet cette ces cela ça est sont était être été ai as a avons avez ont avait avoir suis fait font faire faites
			va vont aller peut peuvent pouvoir doit doivent devoir devrait faut veux voudrait voudrais veut très trop aussi même encore déjà tout tous toute toutes
			chaque quelque quelqu autre autres ici là depuis avant après pendant comme alors plaît svp s'il besoin attends attend attendons donner donnez donne
			gens équipe travail travailler an ans année années temps chose choses personne personnes
			jour jours semaine semaines mois heure heures minute minutes fois aujourd hui demain deux trois quatre cinq six sept huit neuf dix vingt moitié premier première second prochain dernier dernière même nouveau nouvelle vieux propre mettre met prendre prend venir vient vu voir dire bon bonne mauvais`,
		workshop.Swahili: `na ya wa la za cha vya kwa ni si mimi sisi wewe ninyi yeye wao yetu wetu zetu letu chetu vyetu yangu wangu zangu langu changu yenu wenu zenu yao wao yake wake zake
			huyu hii hiki hizi hivi hilo hiyo hayo huo kila kama lakini au ili pia tu bado sana zaidi hata hadi tangu baada kabla katika kuhusu juu chini ndani nje
			kuwa ana wana tuna nina una iko yuko kuna hakuna mtu watu kitu jambo mambo wakati muda kazi timu hapa pale sasa leo kesho mwaka miaka
			nataka tunataka ningependa natarajia tunatarajia tunahitaji nahitaji tafadhali ndio ndiyo ndiye wote yote zote mmoja moja mbili tatu bila wala tena mwenye wenye
			wengi nyingi mengi kubwa ndogo jinsi namna
			siku wiki mwezi saa dakika mara jana keshokutwa mbili tatu nne tano sita saba nane tisa kumi ishirini nusu kwanza pili mwisho ijayo jipya mpya vipya vizuri mbaya`,
	} {
		set[lang] = map[string]bool{}
		for _, word := range strings.Fields(list) {
			set[lang][fold(word)] = true
		}
	}
	return set
}
