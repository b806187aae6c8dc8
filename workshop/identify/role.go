package identify

import "regexp"

// jobs are common ones, folded, as any noun may follow "as".
const jobs = `(?:(?:general|deputy|assistant|senior|junior|chief|head|night|team|shift|adjointe?|chef|sous|naibu|mkuu)[ -])*(?:` +
	`managers?|supervisor|director|accountant|nurse|doctor|driver|receptionist|secretary|cashier|engineer|technician|teacher|cleaner|guard|cook|chef|storekeeper|bookkeeper|housekeeper|groundskeeper|baker|butcher|tailor|barber|hairdresser|painter|courier|dispatcher|planner|recruiter|trainer|instructor|lecturer|tutor|editor|journalist|photographer|paramedic|radiographer|optician|therapist|counsellor|chaplain|imam|usher|organist|choir ?master|steward|intern|trainee|apprentice|` +
	`assistant|clerk|developer|programmer|designer|officer|pastor|treasurer|electrician|plumber|mechanic|carpenter|mason|welder|pharmacist|midwife|surgeon|dentist|physiotherapist|` +
	`porter|caretaker|janitor|gardener|security guard|watchman|waiter|waitress|barista|buyer|salesman|saleswoman|auditor|analyst|administrator|librarian|lawyer|translator|coordinator|` +
	`consultant|foreman|head|deputy|team leader|union rep(?:resentative)?|student|volunteer|messenger|operator|lab technician|` +
	`comptable|infirmiere?|medecin|chauffeur|receptionniste|secretaire|caissiere?|ingenieure?|technicien(?:ne)?|enseignante?|gardien(?:ne)?|cuisiniere?|stagiaire|apprentie?|` +
	`assistante?|directeur|directrice|responsable|tresoriere?|electricien(?:ne)?|plombier|mecanicien(?:ne)?|menuisier|macon|soudeur|pharmacien(?:ne)?|sage-femme|chirurgien(?:ne)?|dentiste|kine|boulang(?:er|ere)|bouch(?:er|ere)|couturiere?|coiffeu(?:r|se)|peintre|coursi(?:er|ere)|format(?:eur|rice)|redact(?:eur|rice)|journaliste|photographe|ambulanci(?:er|ere)|opticien(?:ne)?|psychologue|aumonier|imam|intendante?|econome|` +
	`concierge|jardiniere?|vigile|agent d[e'] ?\w+|serveu(?:r|se)|vendeu(?:r|se)|acheteu(?:r|se)|auditeur|auditrice|analyste|bibliothecaire|juriste|traducteur|traductrice|coordinat(?:eur|rice)|` +
	`deleguee?(?: du personnel)?|magasiniere?|livreur|livreuse|laborantine?|standardiste|benevole|adjointe?|informaticien(?:ne)?|chef(?:fe)?|` +
	`mhasibu|muuguzi|nesi|daktari|dereva|mpokezi|katibu|keshia|mhandisi|fundi|mwalimu|msafishaji|mlinzi|mpishi|meneja|msimamizi|mkurugenzi|mtunza \w+|mwanafunzi|msaidizi|mchungaji|` +
	`mweka hazina|mfamasia|mkunga|mtaalamu wa \w+|mhudumu|karani|kiongozi wa (?:timu|kikundi|idara|kitengo|zamu|kwaya)(?: [yc]h?a [a-z]+)?|mwenyekiti|afisa|mkaguzi|mkutubi|mwanasheria|mratibu|mfasiri|mjumbe|mwakilishi|seremala|muuzaji|mnunuzi|mkuu|naibu|kibarua|mhariri|tarishi|mwokaji|mchinjaji|mshonaji|kinyozi|msusi|mpaka rangi|mkufunzi|mhadhiri|mwandishi|mpiga picha|mwanasaikolojia|shehe|imamu|mchomeleaji|mzibaji|bawabu|topasi|mesenja)`

// superlatives single somebody out.
const (
	singleEn = `(?:only|sole|single|first|last|youngest|oldest|newest|longest|eldest|most senior|most junior)`
	singleFr = `(?:seule?|unique|premiere?|dernier|derniere|doyen|doyenne|(?:plus|moins) (?:jeune|agee?|ancien|ancienne|vieux|vieille|recente?))`
)

// roleRules find what only one person or few can say of themselves. Of several people ("the only ones who") it is no
// hint.
func roleRules() []rule {
	rules := lower(Role,
		// Only one person can say it.
		`\b((?:as|being|i am|i'm|i was|i became)\s(?:still\s)?(?:the|our|their|(?:my |the )?[a-z]+'s)\s(?:very\s)?`+singleEn+`(?:\s[a-z]+){1,3})`,
		`\b(the (?:only|sole) (?:woman|man|female|male|girl|guy|nurse|doctor|driver|accountant|engineer|cashier|receptionist|teacher|cleaner|cook|guard|muslim|christian|mother|father|foreigner|african|european|white|black)\b)`,
		`\b((?:nobody|no one|no-one) else (?:here |in [a-z ]{1,20} |on [a-z ]{1,20} )?(?:has|is|uses|can|speaks|does|wears|knows|works)\b)`,
		`\b((?:en tant que?|comme|je suis|j'etais|j'ai ete|etant)\s(?:encore\s|toujours\s)?(?:(?:le|la)\s|l')`+singleFr+`(?:\s[a-z]+){0,3})`,
		`\b((?:en tant que?|comme)\s`+singleFr+`\s[a-z]+)`,
		`\b(seule?\s`+jobs+`)\b`,
		`\b(la (?:seule|premiere) (?:femme|infirmiere|mere)|le (?:seul|premier) (?:homme|infirmier|pere))\b`,
		`\b(personne d'autre (?:ici |dans [a-z ]{1,20} )?n(?:e|'a|'est|'utilise)\b)`,
		`\b((?:mimi|nikiwa|kama|ndimi)\s(?:[a-z]+\s){0,3}pekee(?:\s(?:ndiye|wa|ya|kwenye|hapa|katika)\s[a-z]+)?)\b`,
		`\b((?:mimi (?:ni|ndiye)|nikiwa|kama|nilikuwa)\s(?:[a-z]+\s)?(?:mdogo|mkubwa|mzee|mgeni|kijana|mpya)?\s?(?:kuliko wote|kushinda wote)(?:\shapa)?)\b`,
		`\b((?:mimi ni|nikiwa|nilikuwa|mimi ndiye|kama)\s(?:(?:mwanamke|mwanaume|mtu|msichana|mfanyakazi)\s)?(?:wa (?:mwisho|kwanza))(?:\s(?:ku[a-z]+|ni[a-z]+|wa [a-z]+|kwenye [a-z]+|katika [a-z]+))?)\b`,
		`\b(hakuna mwingine (?:hapa )?(?:mwenye|anaye[a-z]+|kwenye [a-z]+|katika [a-z]+))\b`,
		`\b((?:nikiwa|mimi ni|mimi ndiye|kama)\s(?:[a-z]+\s){1,4}kuliko wote(?:\shapa)?)\b`,
		`\b((?:i am|i'm) the (?:one|person) with (?:the |a )?[a-z]+)`,
		// A body or a faith that few there may have.
		`\b((?:i am|i'm|being|as an?) (?:deaf|blind|disabled|left-handed|diabetic|epileptic|dyslexic|autistic|hiv positive|gay|lesbian|transgender|muslim|hindu|jewish|albino))\b`,
		`\b((?:my|with|on|in a|the) (?:crutch|crutches|wheelchair|hearing aid|prosthesis|walking stick|white cane|guide dog))\b`,
		`\b((?:je suis|etant) (?:sourde?|aveugle|handicapee?|gauchere?|diabetique|epileptique|dyslexique|autiste|homosexuel(?:le)?|lesbienne|musulmane?|juif|juive|albinos)|(?:mes|des|mon|ma|en) (?:bequilles?|fauteuil roulant|appareil auditif|prothese|canne blanche))\b`,
		`\b((?:mimi ni|nikiwa|kama) (?:kiziwi|kipofu|mlemavu|mwislamu|muislamu|mkristo|mhindu|albino|zeruzeru)|(?:kwa |na )?(?:magongo|kiti cha magurudumu|mkongojo|fimbo nyeupe)(?: yangu| changu| wangu| langu)?)\b`,
		// The writer says what the own work is.
		`\b(i (?:drive|run|manage|clean|cook|guard|operate|supervise|lead|keep|teach|handle) (?:the|our) (?:[a-z]+ )?(?:bus|van|truck|ambulance|crane|forklift|lift|reception|front desk|till|stores?|kitchen|canteen|pharmacy|lab|laundry|wards?|gate|night shift|team|department|branch|library|garage|books|accounts|payroll|archive|website|server|choir|toilets?|floors?|boiler|generator|school|shop|workshop|warehouse))\b`,
		`\b(je (?:conduis|tiens|gere|dirige|nettoie|garde|pilote|surveille|encadre) (?:le |la |les |l'|notre )(?:[a-z]+ )?(?:bus|camion|camionnette|ambulance|grue|chariot|accueil|reception|caisse|magasin|cuisine|cantine|pharmacie|labo|blanchisserie|salles?|portail|equipe|service|agence|bibliotheque|garage|comptes|comptabilite|paie|archives|site|serveur|chorale|toilettes|sols|chaudiere|groupe|ecole|boutique|atelier|entrepot))\b`,
		`\b((?:(?:mimi )?hu|nina|na|mimi nina|mimi na)(?:endesha|safisha|linda|simamia|ongoza|tunza) (?:basi|gari|lori|ambulensi|mapokezi|kaunta|stoo|jiko|kantini|famasia|maabara|dobi|wodi|lango|zamu ya usiku|timu|idara|tawi|maktaba|gereji|hesabu|vitabu|mishahara|kumbukumbu|tovuti|seva|kwaya|vyoo|sakafu|jenereta|shule|duka|karakana|ghala))\b`,
		// The writer names the own job.
		`\b((?:i am|i'm|i work as|as|my (?:job|role|post|position) (?:is|as)|(?:in )?my role as|in my job as)\s(?:(?:the|an?|your|our)\s)?(?:[a-z]+\s)?`+jobs+`(?:\s(?:of|for|in)\s[a-z]+)?)\b`,
		`\b((?:i am|i'm)\s(?:the\s)?(?:head|in charge|responsible)\s(?:of|for)\s[a-z]+)`,
		`\b(my (?:job|task|work|duty) is (?:to\s)?(?:clean|cook|driv|guard|repair|teach|sell|serv|count|deliver|nurs|sort|wash|pack|weld|cut|answer|treat|train)[a-z]*(?:\s[a-z]+){0,2})`,
		`\b((?:je suis|je travaille comme|en tant qu(?:e |')|comme|mon (?:poste|metier|role) (?:est|de)(?: celui de)?|(?:dans )?mon (?:role|poste) (?:de|d'))\s?(?:(?:le|la|un|une|votre|notre)\s|l')?`+jobs+`(?:\s(?:de|du|d'|des)\s?(?:la\s|l')?[a-z]+)?)\b`,
		`\b(mon (?:travail|boulot|metier|role) (?:est|c'est),?\s(?:de |d')(?:nettoy|cuisin|condui|gard|repar|enseign|vend|serv|compt|livr|soign|tri|lav|embal|soud|accueil|form)[a-z]*(?:\s[a-z]+){0,2})`,
		`\b((?:mimi ni|mimi ndiye|ndimi|nikiwa|kama|(?:nina|na)fanya kazi kama|kazi yangu ni|nafasi yangu ya|cheo changu ni|wadhifa wangu wa)\s`+jobs+`(?:\s(?:wa|ya|mkuu)\b(?:\s[a-z]+)?)?)\b`,
		`\b(kazi yangu ni ku(?:safisha|pika|endesha|linda|tengeneza|fundisha|uza|hudumia|hesabu|peleka|uguza|panga|fua|funga|chomelea|pokea)(?:\s[a-z]+){0,2})`,
	)
	for i := range rules {
		rules[i].accept = alone
	}
	return rules
}

// aloneNot are turns of speech that only sound like one person: "the first to say", "the one who".
var aloneNot = regexp.MustCompile(`\b(?:(?:first|last) to|(?:premiere?|dernier|derniere) a|wa (?:kwanza|mwisho) ku[a-z]{2,})\b`)

func alone(text string, from, to int) bool {
	return !aloneNot.MatchString(text[from:to]) || work.MatchString(text[from:to])
}

// work is what one is hired for.
var work = regexp.MustCompile(`\b(?:hired|employed|ku(?:ajiriwa|fika kazini))\b`)
