package identify

import (
	"regexp"
	"sync"
)

// departments are those small enough to tell somebody; of all that people call "HR", "IT" or "customer service", nearly
// everybody speaks.
const departments = `(?:accounting|accounts|accountancy|finance|payroll|procurement|purchasing|pharmacy|lab|laboratory|radiology|x-ray|maternity|paediatrics|pediatrics|surgery|theatre|emergency room|icu|dialysis|oncology|` +
	`logistics|warehouse|marketing|sales|legal|audit|records|archives?|billing|claims|kitchen|laundry|transport|workshop|canteen|reception|registry|library|security|housekeeping|production|dispatch|quality(?: control)?|` +
	`comptabilite|compta|finances?|paie|achats|pharmacie|laboratoire|labo|radiologie|maternite|pediatrie|chirurgie|bloc|urgences|reanimation|dialyse|logistique|entrepot|ventes|juridique|audit|facturation|sinistres|` +
	`cuisine|blanchisserie|lingerie|atelier|cantine|secretariat|bibliotheque|securite|production|expedition|qualite|caisse|magasin|` +
	`uhasibu|fedha|mishahara|manunuzi|ununuzi|ugavi|famasia|maabara|mionzi|uzazi|watoto|upasuaji|dharura|usafirishaji|masoko|mauzo|sheria|ukaguzi|kumbukumbu|masjala|ankara|jikoni|dobi|usafiri|ulinzi|uzalishaji|ubora|maktaba)`

// placeRules find where in the organisation somebody works.
func placeRules() []rule {
	rules := lower(Place,
		// A number or a letter names it.
		`\b((?:room|ward|counter|desk|window|gate|hall|bay|shop|warehouse|depot|block|building|line|unit|bureau|salle|guichet|caisse|porte|quai|entrepot|batiment|bloc|pavillon|ligne|chambre|`+
			`chumba|wodi|kaunta|dirisha|lango|ghala|jengo|ofisi|meza|dawati|poste|office|seat|stoo)\s(?:number\s|no\.?\s|numero\s|n\x01?\s?|namba\s|na\.\s|la\s|ya\s|cha\s)?(?:\d{1,4}(?:[.-]\d{1,3})?[a-z]?|[b-hj-ln-z]))\b`,
		`\b((?:second|third|fourth|fifth|sixth|top|[2-9](?:nd|rd|th))\s(?:floor|storey))\b`,
		`\b((?:premier|deuxieme|second|troisieme|quatrieme|cinquieme|sixieme|dernier|[1-9](?:er|e|eme))\setage)\b`,
		`\b(ghorofa ya (?:kwanza|pili|tatu|nne|tano|sita|juu))\b`,
		`\b((?:dawati|chumba|ofisi|meza|wodi|lango) (?:la|cha|ya) (?:kwanza|pili|tatu|nne|tano|sita|saba|nane|mwisho))\b`,
		// A small team.
		`\b(team of (?:two|three|four|five|[2-5])|equipe de (?:deux|trois|quatre|cinq|[2-5])|timu (?:yetu )?ya (?:watu )?(?:wawili|watatu|wanne|watano|[2-5]))\b`,
		// A department.
		`(?:^|[.!?;:]\s|\b(?:we|us|i|those|people|staff|colleagues|work|here|team)\s)((?:in|at|from|of)\s(?:the\s)?`+departments+`)\b`,
		`\b((?:in|at|from|of|the)\s(?:the\s)?`+departments+`\s(?:department|unit|section|office|desk|team))\b`,
		`(?:^|[.!?;:]\s|\b(?:nous|moi|ceux|gens|collegues|travaille|travaillons|equipe|agents|personnel|ici),?\s)((?:a la|au|aux|a l'|de la|du|des|de l'|en|dans la)\s?`+departments+`)\b`,
		`\b((?:service|departement|section|unite|cellule)\s(?:de la |du |des |de l'|de |d')?`+departments+`)\b`,
		`\b((?:idara|kitengo|sehemu|ofisi|wodi)\s(?:ya|la|cha)\s`+departments+`)\b`)
	// A proper name.
	capital := func(pattern string) {
		rules = append(rules, rule{kind: Place, pattern: regexp.MustCompile(pattern), capitals: true, accept: named})
	}
	capital(`\b((?i:the)\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s(?i:branch|office|site|clinic|store|shop|depot|warehouse|campus|plant|factory|hospital|school|parish|station|ward|wing))\b`)
	capital(`\b((?i:agence|site|bureau|magasin|depot|entrepot|usine|hopital|clinique|ecole|antenne|filiale|succursale|paroisse|centre)\s(?i:de|d'|du|des)\s?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)`)
	capital(`\b((?i:tawi|ofisi|kituo|kliniki|hospitali|duka|ghala|kiwanda|shule|kampasi|parokia)\s(?i:la|ya|cha)\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)`)
	return rules
}

var capitalWord = regexp.MustCompile(`[A-Z][a-z]+`)

// named says whether a passage holds a capital word that is no ordinary one.
func named(text string, from, to int) bool {
	for i, at := range capitalWord.FindAllStringIndex(text[from:to], -1) {
		word := text[from+at[0] : from+at[1]]
		if i == 0 && at[0] == 0 {
			continue // the passage's own first word
		}
		if word = lowerASCII(word); towns()[word] || !isOrdinary(word) {
			return true
		}
	}
	return false
}

// towns are ordinary words for a name of a person, and none for a place of work.
var towns = sync.OnceValue(func() map[string]bool {
	return wordSet(`nairobi mombasa kisumu nakuru eldoret thika dodoma arusha mwanza zanzibar dar morogoro tanga mbeya moshi kampala entebbe jinja kigali bujumbura gitega
		kinshasa lubumbashi goma bukavu kolwezi matadi kisangani dakar abidjan lome cotonou bamako yaounde douala libreville addis london londres paris
		brussels bruxelles geneva geneve berlin lyon marseille lille namur liege montreal north south east west nord sud est ouest kaskazini kusini mashariki magharibi`)
})

func lowerASCII(word string) string { return string(word[0]|0x20) + word[1:] }
