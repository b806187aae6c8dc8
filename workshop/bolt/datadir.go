package bolt

import (
	"errors"
	"path/filepath"
	"runtime"
)

// DataDir is the folder of the sessions on this computer: sessions below EXCEED_HOME where that is set, else below the
// platform's data folder. env reads the environment.
func DataDir(env func(string) string) (string, error) {
	home, err := dataHome(runtime.GOOS, env)
	if err != nil {
		return "", err
	}
	return filepath.Join(home, "sessions"), nil
}

func dataHome(system string, env func(string) string) (string, error) {
	if home := env("EXCEED_HOME"); home != "" {
		return filepath.Abs(home)
	}
	below := func(variable string, folders ...string) (string, error) {
		home := env(variable)
		if home == "" {
			return "", errors.New("neither EXCEED_HOME nor " + variable + " is set; set EXCEED_HOME to the folder for your sessions")
		}
		return filepath.Join(append([]string{home}, folders...)...), nil
	}
	switch system {
	case "windows":
		return below("AppData", "Exceed")
	case "darwin":
		return below("HOME", "Library", "Application Support", "Exceed")
	}
	if data := env("XDG_DATA_HOME"); filepath.IsAbs(data) { // others must be ignored (XDG Base Directory Specification)
		return filepath.Join(data, "exceed"), nil
	}
	return below("HOME", ".local", "share", "exceed")
}
