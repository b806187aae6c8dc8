package identify

import "regexp"

// What makes one post of many: the field or the rank of a manager, where managers alone are spoken of by everybody.
const (
	fieldsEn = `(?:hr|it|finance|sales|marketing|production|plant|site|store|branch|regional|area|operations|project|purchasing|procurement|logistics|warehouse|office|deputy|vice|assistant|` +
		`night|day|morning|evening|late|weekend|shift|general|managing|executive|financial|technical|medical|nursing|kitchen|quality|safety|security|maintenance|transport|payroll|training|programme?|research|hotel|bank)`
	fieldsFr = `(?:(?:de |d'|du |des |de la |de l')(?:ressources humaines|rh|equipe de (?:nuit|jour)|nuit|jour|production|ventes?|caisse|quai|rayon|projet|magasin|agence|succursale|site|informatique|it|compta(?:bilite)?|achats|logistique|` +
		`cuisine|chantier|finances|region|paie|personnel|atelier|entrepot|depot|maintenance|qualite|securite|formation|transports?|laboratoire|maternite|urgences|communication|marketing|salle)|` +
		`financi(?:er|ere)|techniques?|commercial(?:e)?|general(?:e)?|adjointe?|regional(?:e)?|administrati(?:f|ve)|medical(?:e)?|informatique|artistique|pedagogique)`
	fieldsSw = `(?:rasilimali watu|fedha|zamu(?: ya (?:usiku|mchana|asubuhi|jioni))?|it|tehama|hr|mauzo|masoko|uzalishaji|manunuzi|ugavi|ghala|stoo|tawi|kanda|mradi|ofisi|mishahara|uhasibu|usafirishaji|jikoni|jiko|ulinzi|utawala|kompyuta|umeme|` +
		`timu ya [a-z]+|kitengo cha [a-z]+|idara ya [a-z]+|ubora|usalama|mafunzo|maabara|wodi|mkoa|wilaya|benki|hoteli)`
)

// postRules find posts that few hold, the writer's own or another's.
func postRules() []rule {
	return lower(Role,
		`\b((?:our|the|my)\s(?:`+fieldsEn+`[ -]){1,3}(?:manager|director|supervisor|officer|boss|lead|leader|head|coordinator|president|principal|chairman|chairwoman|guy|man|woman|lady|girl|boy|person|technician|nurse|guard|doctor|cook|driver))\b`,
		`\b((?:our|the|my)\s(?:ceo|cfo|coo|cto|cio|md|vice president|receptionist|bookkeeper|accountant|bursar|storekeeper|librarian|caretaker|janitor|chaplain|treasurer|registrar|matron|storeman|groundsman|webmaster))\b`,
		`\b((?:our|the|my)\s(?:head|director|chief|manager)\s(?:of|for)\s(?:the\s)?(?:`+departments+`|hr|it|finance|operations|sales|marketing|training|research|human resources|customer service))\b`,
		`\b((?:notre|votre|le|la|mon|ma)\s(?:directeur|directrice|responsable|chef(?:fe)?|gerante?|manager|cadre|superviseu(?:r|se)|agent|gardien|veilleur|infirmi(?:er|ere)|surveillante?)\s`+fieldsFr+`)\b`,
		`\b((?:(?:notre|le|la|mon|ma)\s|l')(?:pdg|dg|drh|daf|informaticien(?:ne)?|comptable|standardiste|econome|intendante?|concierge|aumonier|bibliothecaire|magasini(?:er|ere)|receptionniste|surveillante? generale?|webmestre|tresori(?:er|ere)))\b`,
		`\b((?:meneja|mkurugenzi|msimamizi|mkuu|afisa|kiongozi|fundi|mhasibu|katibu|mratibu|naibu|mlinzi|muuguzi|mhudumu)(?:\s(?:wetu|wangu|mkuu|msaidizi|yule))?\s(?:wa|ya)\s`+fieldsSw+`)\b`,
		`\b((?:mtunza (?:stoo|bohari|hesabu|bustani|maktaba|nyaraka)|mpokea wageni|mhasibu wetu))\b`,
		// The writer's own, without a verb.
		`\b(i,?\s(?:as )?(?:the|an?)\s(?:[a-z]+\s)?`+jobs+`)\b`,
		`\b((?:being|etant)\s(?:(?:the|an?|le|la|une?)\s|l')?(?:[a-z]+\s)?`+jobs+`)\b`,
		`\b(moi,?\s(?:(?:le|la|en tant que?)\s|l')?`+jobs+`(?:\ssyndicale?)?)\b`,
		`\b((?:mimi|ndimi),?\s`+jobs+`)\b`,
		// A family, an origin.
		`\b((?:as|being|i am|i'm|i was) an? (?:single|widowed|divorced|foster|lone) (?:mum|mom|mother|dad|father|parent)|(?:as|being|i am|i'm) (?:an? )?(?:widow|widower|twin|refugee|immigrant|foreigner|veteran|ex-\w+|grandmother|grandfather|orphan))\b`,
		`\b((?:papa|maman|mere|pere|parent) (?:solo|seule?|celibataire|isolee?|divorcee?|de jumeaux|de jumelles)|(?:je suis|en tant que|comme|etant) (?:veu(?:f|ve)|refugiee?|etrang(?:er|ere)|orpheline?|grand-mere|grand-pere))\b`,
		`\b((?:mama|baba|mzazi) (?:ninayelea|mlezi|peke yangu|mmoja|asiye na (?:mume|mke)|wa (?:watoto )?(?:mapacha|pacha))|(?:kama|nikiwa|mimi ni) (?:mjane|mkimbizi|mgeni kutoka [a-z]+|yatima|mgane|mama wa [a-z]+|baba wa [a-z]+))\b`,
		`\b(d'origine [a-z]+(?:aise?|ienne?|oise?|aine?|ain|ale?))\b`,
		// Somebody's secretary or son; an office that is held.
		`\b((?:the|our|my) (?:director|manager|boss|ceo|principal|headmaster|minister|mayor|bishop|pastor|owner)'s (?:[a-z]+ )?(?:secretary|assistant|driver|wife|husband|son|daughter|brother|sister|nephew|niece|cousin|pa|deputy|friend))\b`,
		`\b((?:(?:le|la)\s|l')(?:secretaire|assistante?|chauffeur|femme|mari|fils|fille|frere|soeur|neveu|niece|cousine?|adjointe?|bras droit) d(?:u |e la |e l'|e mon |e ma |e notre )(?:directeur|directrice|patron(?:ne)?|chef(?:fe)?|ministre|maire|eveque|responsable|pasteur|proviseur))\b`,
		`\b((?:katibu|msaidizi|dereva|mke|mume|mtoto|mwana|binti|kaka|dada|mpwa|shemeji|ndugu)(?: muhtasi)? wa (?:mkurugenzi|meneja|bosi|mkuu|waziri|meya|askofu|mchungaji|mwenye))\b`,
		`\b((?:as|being|i am|i'm) (?:the |an? )?(?:chair|chairman|chairwoman|chairperson|president|spokes(?:man|woman|person)|representative|shop steward|delegate|founder|co-founder|owner) (?:of|for) (?:the )?[a-z]+)\b`,
		`\b((?:en tant que?|comme|je suis|etant) (?:le |la |l')?(?:presidente?|porte-parole|deleguee?|representante?|fondat(?:eur|rice)|secretaire generale?) (?:du |de la |de l'|des |d')[a-z]+)\b`,
		`\b((?:kama|nikiwa|mimi ni|mimi ndiye) (?:mwenyekiti|rais|msemaji|mwanzilishi|mjumbe|mwakilishi) wa [a-z]+)\b`,
		// "It is I who …"
		`\b(i(?:'m| am| was) the (?:one|person|guy|woman|man|girl|boy) (?:who|that)(?: [a-z]+){1,3}|it (?:was|is) (?:me|i) (?:who|that)\b|c'est moi qui [a-z']+(?: [a-z]+){0,2})`,
		`\b(mimi ndiye ni[a-z]+(?: [a-z]+)?|ni(?: mimi|mi) (?:ndiye )?ni(?:na|li|me|naye|liye)[a-z]+|(?:anaye|aliye)[a-z]+(?: [a-z]+){0,4} ni mimi)\b`,
		`\b(premi(?:er|ere) (?:femme|homme) a [a-z]+|(?:mwanamke|mwanaume|msichana|kijana) (?:wa kwanza|pekee)(?: [a-z]+)?)`)
}

// originRules see capitals: "I am from Rwanda".
func originRules() []rule {
	var rules []rule
	for _, p := range []string{
		`((?i:\bi am|\bi'm|\bi come|\bcoming)\s(?i:originally )?(?i:from)\s[A-Z][a-z]+)`,
		`((?i:\bje viens|\boriginaire)\s(?i:de |d'|du |des )[A-Z][a-z]+)`,
		`((?i:\bnatoka|\bninatoka|\bnimetoka|\bmzaliwa wa)\s[A-Z][a-z]+)`,
	} {
		rules = append(rules, rule{kind: Role, pattern: regexp.MustCompile(p), capitals: true})
	}
	return rules
}
