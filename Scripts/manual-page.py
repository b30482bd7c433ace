"""Turns the help of the argument parser into a manual page.

Usage: dateline --experimental-dump-help | python3 Scripts/manual-page.py VERSION > dateline.1
"""
import json
import sys


def roff(text):
    """Plain text as roff: backslashes, and dots or quotes at the head of a line, lose their meaning."""
    lines = []
    for line in (text or "").replace("\\", "\\e").replace("-", "\\-").splitlines():
        lines.append("\\&" + line if line[:1] in (".", "'") else line)
    return "\n".join(lines)


def spelling(argument):
    if argument.get("kind") == "positional":
        return "<" + (argument.get("valueName") or "value") + ">"
    names = []
    for name in argument.get("names") or []:
        names.append({"long": "--", "short": "-", "longWithSingleDash": "-"}[name["kind"]] + name["name"])
    value = " <" + (argument.get("valueName") or "value") + ">" if argument.get("kind") == "option" else ""
    return ", ".join(names) + value


def arguments(command):
    for argument in command.get("arguments") or []:
        if not argument.get("shouldDisplay", True):
            continue
        print(".TP")
        print("\\fB" + roff(spelling(argument)) + "\\fR")
        help_text = argument.get("abstract") or ""
        if argument.get("defaultValue"):
            help_text += " (default: " + argument["defaultValue"] + ")"
        print(roff(help_text) or "\\&")


def subcommands(command, path):
    for child in command.get("subcommands") or []:
        if child["commandName"] == "help" or not child.get("shouldDisplay", True):
            continue
        name = path + " " + child["commandName"]
        print(".SS " + roff(name))
        print(roff(child.get("abstract")))
        if child.get("discussion"):
            print(".PP\n" + roff(child["discussion"]))
        arguments(child)
        subcommands(child, name)


def main():
    version = sys.argv[1] if len(sys.argv) > 1 else ""
    command = json.load(sys.stdin)["command"]
    name = command["commandName"]
    print('.TH "%s" 1 "" "%s %s"' % (name.upper(), name, version))
    print(".SH NAME\n%s \\- %s" % (name, roff(command.get("abstract"))))
    print(".SH SYNOPSIS\n.B %s\n<command> [options]" % name)
    if command.get("discussion"):
        print(".SH DESCRIPTION\n.nf\n" + roff(command["discussion"]) + "\n.fi")
    print(".SH OPTIONS")
    arguments(command)
    print(".SH COMMANDS")
    subcommands(command, name)
    print(".SH FILES\n.TP\nshare/dateline\nModels, lexicon, gazetteer, basemap and page; DATELINE_DATA names another.")


main()
