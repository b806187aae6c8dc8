package rehearsal

import (
	"math"
	"math/rand/v2"

	"exceed/workshop"
)

// Responses are what the people answer to these themes, in the order of the queue.
func (r *Rehearsal) Responses(themes []workshop.Theme) []workshop.Response {
	rnd, topics := r.stream(partPeople), r.scene(themes)
	habits := teamSees(r.stream(partLeaders))
	words := r.newDeck()
	queue := rnd.Perm(r.participants) // camps alternate in it, so that each holds half of the people
	responses := make([]workshop.Response, r.participants)
	for i, place := range queue {
		camp := 1.0
		if place%2 == 0 {
			camp = -1
		}
		p := &responses[i]
		p.Ratings = answer(rnd, topics, camp)
		p.Behaviours = observe(rnd, habits)
		p.Statements = words.write(p.Ratings, themes)
		if r.Evidence == workshop.PrivateBelief {
			belief := survey(rnd, topics, 0.6, 0.05) // people believe that customers fare better than they do
			p.Belief = &belief
		}
	}
	return responses
}

// answer is one person's points and standings. Some give everything to two or three themes, some spread; some are
// milder than others; some leave out a theme, and a few stop half-way.
func answer(rnd *rand.Rand, topics []topic, camp float64) workshop.Ratings {
	taste := 0.5
	if rnd.Float64() < 0.35 {
		taste = 1.6
	}
	pulls := make([]float64, len(topics))
	for i, t := range topics {
		pulls[i] = t.pull * math.Exp(taste*rnd.NormFloat64())
	}
	a := workshop.NoRatings(len(topics))
	a.Points = spread(rnd, workshop.PointsToSpread, pulls)
	temper := 0.4 * rnd.NormFloat64()
	stop := len(topics)
	if rnd.Float64() < 0.06 {
		stop = len(topics) / 2
	}
	for i, t := range topics {
		x := t.employees + camp*t.camps + temper + 0.8*rnd.NormFloat64()
		if i < stop && rnd.Float64() >= 0.04 {
			a.Standing[i] = onScale(x)
		}
	}
	return a
}

// observe is how often one person sees the leaders show each behaviour; some would rather not say.
func observe(rnd *rand.Rand, habits [workshop.BehaviourCount]float64) (seen [workshop.BehaviourCount]workshop.Frequency) {
	silent := rnd.Float64() < 0.1
	for i, h := range habits {
		f, skipped := howOften(h+0.9*rnd.NormFloat64()), rnd.Float64() < 0.03
		if !silent && !skipped {
			seen[i] = f
		}
	}
	return seen
}

// survey is one customer's answer to what is true, moved by a bias, with standings missing by chance.
func survey(rnd *rand.Rand, topics []topic, bias, missing float64) workshop.Ratings {
	pulls := make([]float64, len(topics))
	for i, t := range topics {
		pulls[i] = t.customerPull * math.Exp(0.6*rnd.NormFloat64())
	}
	a := workshop.NoRatings(len(topics))
	a.Points = spread(rnd, workshop.PointsToSpread, pulls)
	temper := 0.5 * rnd.NormFloat64()
	for i, t := range topics {
		x := t.customers + bias + temper + 0.9*rnd.NormFloat64()
		if rnd.Float64() >= missing {
			a.Standing[i] = onScale(x)
		}
	}
	return a
}

// Customers is the customers' side of these themes, as Evidence says: a survey of about three customers a participant,
// the group's agreed belief, or the private beliefs that lie in the responses.
func (r *Rehearsal) Customers(themes []workshop.Theme, threshold int) workshop.Customers {
	c := workshop.Customers{Evidence: r.Evidence}
	rnd, topics := r.stream(partCustomers), r.scene(themes)
	switch r.Evidence {
	case workshop.Survey:
		rows := make([]workshop.Ratings, 3*r.participants+rnd.IntN(5))
		for i := range rows {
			rows[i] = survey(rnd, topics, 0, 0.1)
		}
		c.Survey = workshop.TallySide(len(themes), threshold, rows)
	case workshop.GroupBelief:
		agreed := workshop.NoRatings(len(themes))
		pulls := make([]float64, len(themes))
		for i, t := range topics {
			pulls[i] = t.customerPull
			agreed.Standing[i] = onScale(t.customers + 0.6)
		}
		agreed.Points = spread(rnd, workshop.PointsToSpread, pulls)
		c.Group = &agreed
	}
	return c
}
