package identify

// Whom and what the writer's own life holds.
const (
	kinEn = `(?:mother|father|mum|mom|dad|parents|wife|husband|partner|son|daughter|child|baby|brother|sister|grandmother|grandfather|twins|uncle|aunt)`
	kinFr = `(?:mere|pere|maman|papa|femme|mari|epouse?|conjointe?|fils|fille|enfant|bebe|frere|soeur|grand-mere|grand-pere|jumeaux|oncle|tante)`
	kinSw = `(?:mama|baba|mke|mume|mtoto|mwana|binti|kijana|kaka|dada|bibi|babu|mzazi|mjomba|shangazi|pacha|mapacha|mchumba|wazazi|watoto)`
)

// eventRules find what happened in the writer's own life, its age and health, and since when the writer has been there.
func eventRules() []rule {
	return lower(Event,
		`\b(my (?:maternity|paternity|parental|sick|study|compassionate) leave)\b`,
		`\b((?:from|on|after|during|before) (?:maternity|paternity|parental) leave)\b`,
		`\b(my (?:own )?(?:divorce|wedding|marriage|surgery|operation|accident|miscarriage|pregnancy|diagnosis|cancer|stroke|burn-?out|retirement|birthday|disability|transfer|arrest|trial|chemotherapy|treatment|injury|illness)(?:,?\s(?:on|in|of)\s\d{0,2}\s?[a-z]+)?)\b`,
		`\b((?:surgery|operation|accident|chemotherapy) (?:on|in) (?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december))\b`,
		`\b(my `+kinEn+`(?:'s)? (?:died|passed away|was born|were born|was ill|was sick|fell ill|fell sick|was in hospital|is ill|is sick|is dying|is disabled|funeral|death|birth|wedding|graduation|burial|illness))\b`,
		`\b(i (?:divorced|separated|gave birth|miscarried|lost my `+kinEn+`|had (?:an?|my|to have an?) (?:miscarriage|baby|child|stroke|heart attack|accident|operation|surgery|breakdown|burn-?out)|broke my [a-z]+|came back from (?:maternity|parental|sick) leave))\b`,
		`\b(j'ai (?:divorce\b|accouche|perdu (?:mon|ma|mes) `+kinFr+`|fait une? (?:fausse couche|depression|burn-?out|infarctus|avc)|eu un (?:accident|cancer|avc|bebe|enfant)|ete (?:operee?|hospitalisee?)))\b`,
		`\b(nili(?:achana na m(?:ke|ume) wangu|talikiwa|poteza (?:mimba|mtoto|`+kinSw+`)|jifungua|lazwa|vunjika [a-z]+|ugua [a-z]+|pata (?:mtoto|mimba|kiharusi)|rudi kutoka likizo ya (?:uzazi|ugonjwa)))\b`,
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
		`\b((?:nilipojifungua|nilijifungua|nilipolazwa|nilipoolewa|nilipooa|niliolewa|nilipofiwa|nilifiwa|nilipopata ajali|nilipata ajali|[a-z]*(?:fanyiwa|fanyiwe) upasuaji))\b`,
		`\b(upasuaji (?:wa )?(?:tarehe|mwezi)(?: wa)?(?: \d{1,2})?(?: [a-z]+)?)\b`,
		`\b(`+kinSw+` (?:yangu|wangu|zangu) (?:alipo|ali|walipo|wali)(?:fariki|kufa|aga|zaliwa|zaliwapo|ugua|kuwa mgonjwa|lazwa)[a-z]*)`,
		`\b(`+kinSw+` (?:yangu|wangu|zangu) (?:anaumwa|ni mgonjwa|mgonjwa|yuko hospitali[a-z]*|amelazwa|amefariki|amekufa|amezaliwa))`,
		`\b((?:kifo|mazishi|msiba|harusi|kuzaliwa|ugonjwa) (?:cha|ya|wa|kwa) `+kinSw+` (?:yangu|wangu|zangu)|(?:kifo|mazishi|msiba|harusi) (?:cha|ya|wa) `+kinSw+`)\b`,
		`\b((?:nilianza|nilijiunga|niliajiriwa|nilihamishwa|nilihamia|nilifika|nilikuja)(?:\s[a-z]+){0,3}\s(?:januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba)(?: mwaka)?\s(?:19|20)\d\d)\b`,
		`\b((?:nilianza|nilijiunga|niliajiriwa|nilihamishwa|nilihamia|nilifika|nilikuja|niko|nipo|nimekuwa|nimefanya)(?:\s[a-z]+){0,3}\s(?:mwaka|tangu|tangu mwaka)\s(?:19|20)\d\d)\b`,
		// Age and health.
		`\b(i(?:'m| am| turned| just turned) (?:now )?[1-9]\d(?: years old| and)\b|i (?:will |shall )?retire (?:next|this|in)\b|j'ai [1-9]\d ans\b|je (?:pars|serai|prends ma|vais partir) (?:a la |en )?retraite\b|nina (?:umri wa )?miaka [1-9]\d\b|ni(?:na|ta|ki)staafu\b)`,
		`\b(i(?:'m| am) (?:[a-z]+ ){0,3}pregnant|(?:mimi ni|nina|nikiwa|niko) (?:mjamzito|mimba|ujauzito))\b`,
		`\b(i (?:am|have been) hard of hearing|i(?:'m| am) hard of hearing|i (?:have|had|suffer from|live with) (?:asthma|diabetes|epilepsy|hiv|cancer|depression|adhd|autism|dyslexia|sickle cell|a (?:disability|stutter|stammer|limp|pacemaker)))\b`,
		`\b(j'(?:entends|y vois) mal|je (?:boite|begaie|souffre d[e'u] ?[a-z]+)|j'ai (?:le diabete|du diabete|de l'asthme|un handicap|un cancer|une maladie [a-z]+|l'epilepsie|le vih|la drepanocytose))\b`,
		`\b(s(?:isikii|ioni) (?:vizuri|sawasawa)|nina(?:umwa)? (?:kisukari|pumu|kifafa|ulemavu|saratani|kigugumizi|virusi|sikoseli|ukimwi))\b`,
		`\b(my `+kinEn+` (?:has (?:an? )?(?:disability|autism|cancer|special needs)|is (?:autistic|handicapped|disabled|in a wheelchair))|(?:mon|ma) `+kinFr+` (?:a (?:un handicap|un cancer)|est (?:autiste|handicapee?)))\b`,
		`\b(`+kinSw+` (?:wangu|yangu) ana (?:ulemavu|saratani|usonji|kisukari|kifafa))\b`,
		`\b((?:only |just )one (?:leg|arm|eye|hand|kidney)|(?:qu'une?|une? seule?) (?:jambe|main|bras|oeil|rein)|(?:mguu|mkono|figo) mmoja|jicho moja)\b`,
		// A family at work or at home.
		`\b(my (?:`+kinEn+`|boyfriend|girlfriend) (?:also )?(?:works|worked)|(?:mon|ma) (?:`+kinFr+`|copain|copine|compagne|compagnon) (?:aussi )?travaille|(?:`+kinSw+`|mpenzi) (?:wangu|yangu) (?:pia )?(?:anafanya|hufanya) kazi)\b`,
		`\b((?:mother|father|mum|mom|dad|parent) of (?:[a-z]+|\d+)|(?:mere|pere|maman|papa) de (?:deux|trois|quatre|cinq|six|sept|huit|jumeaux|jumelles|\d+)|(?:mama|baba) wa (?:watoto|mtoto))\b`,
		// in any of the three: how long, since a year
		`\b((?:been|worked|working|am|i'm) here (?:for )?(?:(?:the|over|almost|about) )*(?:(?:last|past) )?\d\d years|(?:travaille|suis) (?:ici|la|chez vous) depuis \d\d ans|(?:niko|nipo|nimefanya kazi|nimekuwa|nafanya kazi) hapa (?:kwa )?miaka \d\d)\b`,
		`\b((?:been here|am here|i'm here|suis ici|suis la|niko hapa|nipo hapa) (?:since|depuis|tangu)\s(?:mwaka\s)?(?:19|20)\d\d)\b`,
	)
}
