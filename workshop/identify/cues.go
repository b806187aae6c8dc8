package identify

import (
	"regexp"
	"strings"
)

// A name follows a title …
var titled = regexp.MustCompile(`\b((?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Mm]adam|[Ss]ir|[Dd]r|[Pp]rof|[Rr]ev|[Pp]astor|[Ff]ather|[Ss]ister|[Bb]rother|` +
	`M|Mme|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Dd]octeur|[Pp]rofesseur|[Pp]ère|[Ss]œur|[Ff]rère|` +
	`[Bb]wana|[Bb]w|[Bb]i|[Bb]ibi|[Mm]zee|[Nn]dugu|[Dd]ada|[Kk]aka|[Mm]ama|[Bb]aba|[Mm]walimu|[Dd]kt|[Mm]heshimiwa|[Mm]chungaji|[Pp]adre)\.?\s+\p{Lu}[\p{L}’'-]+)`)

// … or is two capitalised words in a row …
var fullName = regexp.MustCompile(`(?:^|[^\p{L}])(\p{Lu}\p{Ll}[\p{L}’'-]*\s\p{Lu}\p{Ll}[\p{L}’'-]*)`)

// … or comes after a word for a person.
var calledBy = regexp.MustCompile(`(?i:\b(?:boss|manager|supervisor|colleague|director|secretary|chef|cheffe|collègue|directeur|directrice|responsable|` +
	`bosi|meneja|msimamizi|mkurugenzi|mwenzangu|named|called|nommée?|appelée?|aitwaye|anaitwa|my name is|je m[’']appelle|jina langu ni))\s+(\p{Lu}\p{Ll}[\p{L}’'-]+)`)

// Only one person can say it.
var onlyOne = regexp.MustCompile(`(?i)(\b(?:as|being|i am|i[’']m)\s+the\s+(?:only|sole|first|youngest|oldest|newest|last)\s+[\p{L}’'-]+|\bthe only\s+(?:woman|man|female|male|one|person|nurse|doctor|driver|accountant|engineer|cashier|receptionist|teacher)\b|` +
	`\b(?:en tant que|comme|je suis)\s+(?:le |la |l[’'])?(?:seule?|unique|première?|plus jeune|plus âgée?|dernière?)(?:\s+[\p{L}’'-]+)?|` +
	`\b(?:mimi\s+)?(?:ndiye|ndimi|nikiwa|kama)\s+(?:[\p{L}’'-]+\s+){0,3}(?:pekee|peke yangu|wa kwanza)\b|\bmimi pekee\b)`)

// The writer names the own job.
var iAmThe = regexp.MustCompile(`(?i)(\bi(?:\s+am|[’']m|\s+work as)\s+(?:the|an?|head|in charge)\s+[\p{L}’'-]+(?:\s+[\p{L}’'-]+)?|\bmy (?:job|role|post|position) (?:is|as)\s+[\p{L}’'-]+|` +
	`\bje (?:suis|travaille comme)\s+(?:(?:le|la|une?|responsable|chef)\s+[\p{L}’'-]+|l[’'][\p{L}’'-]+|` + jobs + `)|\bmon (?:poste|métier) (?:est|de)\s+[\p{L}’'-]+|` +
	`\b(?:mimi ni|nikiwa|kazi yangu ni)\s+[\p{L}’'-]+)`)

// A job with "as": the list holds common ones only, as any noun may follow "as".
var asThe = regexp.MustCompile(`(?i)(\b(?:as (?:the|an?)|en tant qu(?:e |[’'])(?:une? )?|comme|kama)\s+(?:[\p{L}’'-]+\s)?(?:` + jobs + `)\b)`)

const jobs = `manager|supervisor|director|accountant|nurse|doctor|driver|receptionist|secretary|cashier|engineer|technician|teacher|cleaner|guard|cook|chef|storekeeper|intern|assistant|clerk|developer|designer|officer|pastor|treasurer|` +
	`comptable|infirmier|infirmière|médecin|chauffeur|réceptionniste|secrétaire|caissier|caissière|ingénieure?|technicien|technicienne|enseignante?|gardien|gardienne|cuisinier|cuisinière|stagiaire|assistante?|directeur|directrice|responsable|trésorier|trésorière|` +
	`mhasibu|muuguzi|nesi|daktari|dereva|mpokezi|katibu|keshia|mhandisi|fundi|mwalimu|msafishaji|mlinzi|mpishi|meneja|msimamizi|mkurugenzi|mtunza ghala|mwanafunzi wa mafunzo|msaidizi|mchungaji|mweka hazina`

// ordinary are capitalised words that begin sentences or name days, months, languages, peoples and places of work, so
// that two of them in a row are no name.
var ordinary = wordSet(`i the a an my our we they he she it this that these those when if but and so please more less every each no not why how what who
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
	english french swahili kiswahili africa african kenya kenyan tanzania uganda rwanda congo burundi europe human resources customer service team front desk head office
	que qui quoi dont pour par dans sur avec sans tous toutes tout comme monsieur madame mademoiselle bwana bibi dear cher chère
	le la les un une des mon ma mes notre nos nous ils elles il elle ce cette ces quand si mais et je on pourquoi comment plus moins chaque
	lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre français anglais
	sisi wao yeye mimi wewe kila kwa na lakini kama tunataka nataka ninataka jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili
	januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// notOrdinary takes two capitalised words for a name where neither is an ordinary one.
func notOrdinary(passage string) bool {
	for _, word := range strings.Fields(passage) {
		if !notOrdinaryWord(word) {
			return false
		}
	}
	return true
}

func notOrdinaryWord(word string) bool { return !ordinary[strings.ToLower(word)] }
