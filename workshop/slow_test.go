package workshop

import (
	"math"
	"sort"
)

// The slow comparison: every figure of the measures worked out from the responses themselves, the obvious way, sharing
// nothing with the fast one. It leaves a respondent out by counting everyone else again. NaN stands for "null".

type slowTheme struct {
	suppressed                                  bool
	n                                           int
	weight, mean, low, high, below, same, above float64
	kept, keptLow, keptHigh, rwg, adm, sd       float64
	gap, gapLow, gapHigh, focus                 float64
	field                                       Field
	hasField, clear                             bool
	rank, lowest, highest                       int
}

type slowShare struct{ share, low, high float64 }

type slowSide struct {
	themes         []slowTheme
	kept, exceeded slowShare
}

type slowInput struct {
	themes, threshold    int
	employees, customers []Ratings // customers nil for none
	agreed               *Ratings
}

func slowWithout(ratings []Ratings, i int) []Ratings {
	var rest []Ratings
	rest = append(rest, ratings[:i]...)
	return append(rest, ratings[i+1:]...)
}

func slowSuppressed(in slowInput, ratings []Ratings) []bool {
	suppressed := make([]bool, in.themes)
	for t := range suppressed {
		suppressed[t] = len(slowStandings(ratings, t)) < in.threshold
	}
	return suppressed
}

func slowStandings(ratings []Ratings, t int) []float64 {
	var standings []float64
	for _, r := range ratings {
		if r.Standing != nil && !math.IsNaN(r.Standing[t]) {
			standings = append(standings, r.Standing[t])
		}
	}
	return standings
}

// slowWeights are NaN where fewer than least respondents gave points to what is not suppressed.
func slowWeights(ratings []Ratings, suppressed []bool, least int) []float64 {
	weights := make([]float64, len(suppressed))
	people := 0
	for _, r := range ratings {
		if r.Points == nil {
			continue
		}
		total := 0.0
		for t, p := range r.Points {
			if !suppressed[t] {
				total += p
			}
		}
		if total == 0 {
			continue
		}
		people++
		for t, p := range r.Points {
			if !suppressed[t] {
				weights[t] += p / total
			}
		}
	}
	for t := range weights {
		weights[t] /= float64(people)
		if suppressed[t] || people < least {
			weights[t] = math.NaN()
		}
	}
	return weights
}

func slowMean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

func slowSD(values []float64) float64 {
	mean, sum := slowMean(values), 0.0
	for _, v := range values {
		sum += (v - mean) * (v - mean)
	}
	return math.Sqrt(sum / float64(len(values)-1))
}

func slowShareOf(values []float64, in func(float64) bool) float64 {
	count := 0.0
	for _, v := range values {
		if in(v) {
			count++
		}
	}
	return count / float64(len(values))
}

func slowSession(ratings []Ratings, suppressed []bool, least int, in func(float64) bool) float64 {
	weights, sum := slowWeights(ratings, suppressed, least), 0.0
	for t := range suppressed {
		if !suppressed[t] {
			sum += weights[t] * slowShareOf(slowStandings(ratings, t), in)
		}
	}
	if slowAll(suppressed) {
		return math.NaN()
	}
	return sum
}

func slowAll(suppressed []bool) bool {
	for _, s := range suppressed {
		if !s {
			return false
		}
	}
	return true
}

func slowJackknife(ratings []Ratings, suppressed []bool, least int, in func(float64) bool) slowShare {
	theta := slowSession(ratings, suppressed, least, in)
	n := len(ratings)
	var without []float64
	for i := range ratings {
		without = append(without, slowSession(slowWithout(ratings, i), suppressed, least-1, in))
	}
	mean, sum := slowMean(without), 0.0
	for _, x := range without {
		sum += (x - mean) * (x - mean)
	}
	half := slowT(float64(n-1)) * math.Sqrt(float64(n-1)/float64(n)*sum)
	return slowShare{theta, math.Max(0, theta-half), math.Min(1, theta+half)}
}

// slowT is t(0.975, df), found by halving where Simpson's rule over the density reaches 0.475.
func slowT(df float64) float64 {
	top, _ := math.Lgamma((df + 1) / 2)
	bottom, _ := math.Lgamma(df / 2)
	constant := math.Exp(top-bottom) / math.Sqrt(df*math.Pi)
	area := func(t float64) float64 {
		const steps = 1000
		h, sum := t/steps, 0.0
		for i := 0; i <= steps; i++ {
			f := constant * math.Pow(1+float64(i)*h*float64(i)*h/df, -(df+1)/2)
			switch {
			case i == 0 || i == steps:
				sum += f
			case i%2 == 1:
				sum += 4 * f
			default:
				sum += 2 * f
			}
		}
		return sum * h / 3
	}
	low, high := 1.9, 15.0
	for range 44 {
		if middle := (low + high) / 2; area(middle) < 0.475 {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

func kept(s float64) bool     { return s >= 0 }
func exceeded(s float64) bool { return s > 0 }

func slowCount(in slowInput, ratings []Ratings) *slowSide {
	suppressed := slowSuppressed(in, ratings)
	weights := slowWeights(ratings, suppressed, in.threshold)
	side := &slowSide{themes: make([]slowTheme, in.themes)}
	quantiles := map[int]float64{}
	for t := range side.themes {
		f := &side.themes[t]
		if f.suppressed = suppressed[t]; f.suppressed {
			continue
		}
		values := slowStandings(ratings, t)
		f.n, f.weight, f.mean, f.sd = len(values), weights[t], slowMean(values), slowSD(values)
		if quantiles[f.n] == 0 {
			quantiles[f.n] = slowT(float64(f.n - 1))
		}
		half := quantiles[f.n] * f.sd / math.Sqrt(float64(f.n))
		f.low, f.high = math.Max(-3, f.mean-half), math.Min(3, f.mean+half)
		f.below = slowShareOf(values, func(s float64) bool { return s < 0 })
		f.same = slowShareOf(values, func(s float64) bool { return s == 0 })
		f.above, f.kept = slowShareOf(values, exceeded), slowShareOf(values, kept)
		z, n := 1.959963984540054, float64(f.n)
		centre, root := (f.kept+z*z/(2*n))/(1+z*z/n), z/(1+z*z/n)*math.Sqrt(f.kept*(1-f.kept)/n+z*z/(4*n*n))
		f.keptLow, f.keptHigh = centre-root, centre+root
		f.rwg = 1 - f.sd*f.sd/4
		for _, v := range values {
			f.adm += math.Abs(v-f.mean) / n
		}
	}
	side.kept = slowJackknife(ratings, suppressed, in.threshold, kept)
	side.exceeded = slowJackknife(ratings, suppressed, in.threshold, exceeded)
	return side
}

// slowAgreed is the side of one agreed answer.
func slowAgreed(in slowInput) *slowSide {
	r := *in.agreed
	nobody := make([]bool, in.themes)
	weights := slowWeights([]Ratings{r}, nobody, 1)
	side := &slowSide{themes: make([]slowTheme, in.themes)}
	k, e := 0.0, 0.0
	for t := range side.themes {
		f := &side.themes[t]
		f.weight, f.mean, f.sd, f.low = weights[t], math.NaN(), math.NaN(), math.NaN()
		if r.Standing != nil && !math.IsNaN(r.Standing[t]) {
			f.mean = r.Standing[t]
			if kept(f.mean) {
				k += weights[t]
			}
			if exceeded(f.mean) {
				e += weights[t]
			}
		}
	}
	side.kept, side.exceeded = slowShare{share: k}, slowShare{share: e}
	return side
}

// slowRank gives ranks from 1 by the focus rules; 0 where a theme has none.
func slowRank(weights, means []float64, customers *slowSide) (focus []float64, ranks []int) {
	type row struct {
		theme int
		keys  [3]float64
	}
	var rows []row
	focus, ranks = make([]float64, len(weights)), make([]int, len(weights))
	for t := range weights {
		focus[t] = math.NaN()
		if math.IsNaN(weights[t]) {
			continue
		}
		shared, theirs := weights[t], 0.0
		if customers != nil && !customers.themes[t].suppressed {
			if c := customers.themes[t]; !math.IsNaN(c.weight) {
				shared = 0.5 * (weights[t] + c.weight)
			}
			if c := customers.themes[t]; c.mean < 0 {
				theirs = shared * -c.mean
			}
		}
		focus[t] = shared * math.Max(0, -means[t])
		rows = append(rows, row{t, [3]float64{focus[t], theirs, weights[t]}})
	}
	sort.SliceStable(rows, func(i, j int) bool {
		for k := range rows[i].keys {
			if d := rows[i].keys[k] - rows[j].keys[k]; math.Abs(d) > 1e-12 {
				return d > 0
			}
		}
		return false
	})
	for i, r := range rows {
		ranks[r.theme] = i + 1
	}
	return focus, ranks
}

// slowCompare is everything for the session; stable says whether the first three themes are the same whoever is left out.
func slowCompare(in slowInput) (employees, customers *slowSide, stable bool) {
	employees = slowCount(in, in.employees)
	if in.customers != nil {
		customers = slowCount(in, in.customers)
	} else if in.agreed != nil {
		customers = slowAgreed(in)
	}
	suppressed := slowSuppressed(in, in.employees)
	order := func(ratings []Ratings, least int) ([]float64, []int) {
		weights, means := slowWeights(ratings, suppressed, least), make([]float64, in.themes)
		for t := range means {
			means[t] = slowMean(slowStandings(ratings, t))
		}
		return slowRank(weights, means, customers)
	}
	focus, ranks := order(in.employees, in.threshold)
	for t := range employees.themes {
		f := &employees.themes[t]
		f.focus, f.rank, f.lowest, f.highest = focus[t], ranks[t], math.MaxInt, 0
		if customers == nil || f.suppressed || customers.themes[t].suppressed || math.IsNaN(customers.themes[t].mean) {
			continue
		}
		c := customers.themes[t]
		f.gap, f.hasField = f.mean-c.mean, true
		f.field = map[[2]bool]Field{
			{true, true}: ModelFirst, {true, false}: AtOurExpense, {false, true}: CarryOver, {false, false}: KeepExceeding,
		}[[2]bool{f.mean < 0, c.mean < 0}]
		outside := func(s slowTheme) bool { return s.low >= 0 || s.high <= 0 }
		f.clear = !math.IsNaN(c.sd) && outside(*f) && outside(c)
		v, u := f.sd*f.sd/float64(f.n), c.sd*c.sd/float64(c.n)
		half := 0.0
		if math.IsNaN(c.sd) {
			half = math.NaN()
		} else if v+u > 0 {
			df := (v + u) * (v + u) / (v*v/float64(f.n-1) + u*u/float64(c.n-1))
			half = slowT(df) * math.Sqrt(v+u)
		}
		f.gapLow, f.gapHigh = f.gap-half, f.gap+half
	}
	stable = true
	for i := range in.employees {
		_, others := order(slowWithout(in.employees, i), in.threshold-1)
		for t := range others {
			f := &employees.themes[t]
			f.lowest, f.highest = min(f.lowest, others[t]), max(f.highest, others[t])
			inBefore, inNow := ranks[t] >= 1 && ranks[t] <= 3, others[t] >= 1 && others[t] <= 3
			stable = stable && inBefore == inNow
		}
	}
	return employees, customers, stable
}
