package identify

// Whom and what the writer's own life holds.
const (
	kinEn = `(?:mother|father|mum|mom|dad|parents|wife|husband|partner|son|daughter|child|baby|brother|sister|grandmother|grandfather|twins|uncle|aunt)`
	kinFr = `(?:mere|pere|maman|papa|femme|mari|epouse?|conjointe?|fils|fille|enfant|bebe|frere|soeur|grand-mere|grand-pere|jumeaux|oncle|tante)`
	kinSw = `(?:mama|baba|mke|mume|mtoto|mwana|binti|kijana|kaka|dada|bibi|babu|mzazi|mjomba|shangazi|pacha|mapacha|mchumba|wazazi|watoto)`
)

// eventRules find what happened in the writer's own life, and since when the writer has been there.
func eventRules() []rule {
	return lower(Event,
		`\b(my (?:maternity|paternity|parental|sick|study|compassionate) leave)\b`,
		`\b((?:from|on|after|during|before) (?:maternity|paternity|parental) leave)\b`,
		`\b(my (?:own )?(?:divorce|wedding|marriage|surgery|operation|accident|miscarriage|pregnancy|diagnosis|cancer|stroke|burn-?out|retirement|birthday|disability|transfer|arrest|trial|chemotherapy|treatment|injury|illness)(?:,?\s(?:on|in|of)\s\d{0,2}\s?[a-z]+)?)\b`,
		`\b((?:surgery|operation|accident|chemotherapy) (?:on|in) (?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december))\b`,
		`\b(my `+kinEn+`(?:'s)? (?:died|passed away|was born|were born|was ill|was sick|fell ill|fell sick|was in hospital|is ill|is sick|is dying|is disabled|funeral|death|birth|wedding|graduation|burial|illness))\b`,
		`\b(i (?:was|am|got|became) (?:pregnant|divorced|widowed|married|hospitali[sz]ed|diagnosed))\b`,
		`\b((?:i(?:'ve| have)? (?:joined|started|began|came|came here|been here|worked here|been working here)|i was (?:hired|employed|transferred|promoted)|here)(?:\s[a-z]+){0,2}\s(?:in|since)\s(?:[a-z]+ )?(?:19|20)\d\d)\b`,

		`\b((?:mon|mes|ma) conges? (?:de )?(?:maternite|paternite|parental|maladie|sabbatique)|(?:retour|revenue?|rentree?) d[eu] conge (?:de )?(?:maternite|paternite|parental))\b`,
		`\b((?:mon|ma) (?:divorce|mariage|operation|accident|fausse couche|grossesse|diagnostic|cancer|avc|burn-?out|depart a la retraite|anniversaire|handicap|mutation|chimio|chimiotherapie|maladie|blessure|hospitalisation)(?: (?:du|en|de) \d{0,2} ?[a-z]+)?)\b`,
		`\b((?:mon|ma|mes) `+kinFr+` (?:est|sont|etait|etaient|a ete|ont ete) (?:mort|morte|morts|decedee?s?|nee?s?|malades?|hospitalisee?s?|handicapee?))\b`,
		`\b((?:mort|deces|enterrement|naissance|mariage|funerailles|obseques|maladie) de (?:mon|ma|mes) `+kinFr+`)\b`,
		`\b((?:j'etais|je suis|etant|quand j'etais) (?:enceinte|divorcee?|veu(?:f|ve)|hospitalisee?))\b`,
		`\b((?:je suis (?:arrivee?|entree?|ici|la)|j'ai (?:commence|ete (?:embauchee?|engagee?|mutee?|promue?))|je travaille ici)(?:\s[a-z]+){0,2}\s(?:en|depuis)\s(?:[a-z]+ )?(?:19|20)\d\d)\b`,

		`\b(likizo yangu ya (?:uzazi|ugonjwa|masomo|msiba)|likizo ya uzazi)\b`,
		`\b((?:kiharusi|kisukari|shinikizo la damu|talaka|harusi|ndoa|ajali|upasuaji|mimba|ujauzito|ugonjwa|saratani|ulemavu|uhamisho|siku) (?:yangu|wangu|changu|langu)(?: ya kuzaliwa)?)\b`,
		`\b((?:nilipo|nili|niki)(?:kuwa|wa) (?:mjamzito|na mimba|na ujauzito|hospitalini|nimelazwa))\b`,
		`\b((?:nilipojifungua|nilijifungua|nilipolazwa|nilipoolewa|nilipooa|niliolewa|nilipofiwa|nilifiwa|nilipopata ajali|nilipata ajali|nilifanyiwa upasuaji|nilipofanyiwa upasuaji))\b`,
		`\b(upasuaji (?:wa )?(?:tarehe|mwezi)(?: wa)?(?: \d{1,2})?(?: [a-z]+)?)\b`,
		`\b(`+kinSw+` (?:yangu|wangu|zangu) (?:alipo|ali|walipo|wali)(?:fariki|kufa|aga|zaliwa|zaliwapo|ugua|kuwa mgonjwa|lazwa)[a-z]*)`,
		`\b(`+kinSw+` (?:yangu|wangu|zangu) (?:anaumwa|ni mgonjwa|mgonjwa|yuko hospitali[a-z]*|amelazwa|amefariki|amekufa|amezaliwa))`,
		`\b((?:kifo|mazishi|msiba|harusi|kuzaliwa|ugonjwa) (?:cha|ya|wa|kwa) `+kinSw+` (?:yangu|wangu|zangu)|(?:kifo|mazishi|msiba|harusi) (?:cha|ya|wa) `+kinSw+`)\b`,
		`\b((?:nilianza|nilijiunga|niliajiriwa|nilihamishwa|nilihamia|nilifika|nilikuja|niko|nipo|nimekuwa|nimefanya)(?:\s[a-z]+){0,3}\s(?:mwaka|tangu|tangu mwaka)\s(?:19|20)\d\d)\b`,
		// in any of the three: since a year
		`\b((?:been here|am here|i'm here|suis ici|suis la|niko hapa|nipo hapa) (?:since|depuis|tangu)\s(?:mwaka\s)?(?:19|20)\d\d)\b`,
	)
}
