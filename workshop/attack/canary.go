package attack

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// Encodings are the forms in which a text may lie in a file: UTF-8, UTF-16 of both orders, hex of both cases, and base64
// at each of its three beginnings.
func Encodings(text string) map[string][]byte {
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	forms := map[string][]byte{
		"UTF-8": []byte(text), "UTF-16LE": little, "UTF-16BE": big,
		"hex": []byte(hex.EncodeToString([]byte(text))), "HEX": []byte(strings.ToUpper(hex.EncodeToString([]byte(text)))),
	}
	for before := range 3 {
		whole := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("\x00", before) + text))
		first := (before*8 + 5) / 6          // letters that hold a bit of what stands before
		last := (before + len(text)) * 8 / 6 // letters that hold no bit of what stands behind
		forms["base64+"+string(rune('0'+before))] = []byte(whole[first:last])
	}
	return forms
}

// Find searches every file below the folders, and their names, for a text in any of its encodings, and says where it is.
func Find(text string, folders ...string) (found []string, files int, err error) {
	forms := Encodings(text)
	look := func(data []byte, where string) {
		for name, form := range forms {
			if bytes.Contains(data, form) {
				found = append(found, where+" ("+name+")")
			}
		}
	}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			look([]byte(path), "name of "+path)
			if !e.Type().IsRegular() {
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files++
			look(data, path)
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	return found, files, nil
}
