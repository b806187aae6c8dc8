// Package app is the window. A UI is wired once from its Deps and shows one face at a time; faces are named by Route
// values and built by one router. Every change of a session goes through workshop.Room; no face computes a figure.
//
// One face is one file. What faces share lies in kit (controls), figure (charts) and the files of this folder named for
// their concern: route, shell, commands, keys, words, look, notice, prefs.
package app
