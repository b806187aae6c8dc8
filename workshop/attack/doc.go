// Package attack holds what somebody with the laptop, the files and this source code could try against the people who
// answered: the tools of the attacks that the tests of this package and of the window run. It knows nothing that is not
// in a file or in the published source, but for the keys that an attack says it was given.
//
// Each attack runs against a control as well, in which the same attack must succeed; else it would prove nothing.
//
// Tests run small. The variable EXCEED_TRUST asks for the whole campaign and names the file to which every attack
// appends its line of the table (`make trust`).
package attack
