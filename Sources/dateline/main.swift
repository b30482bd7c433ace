import Record

print("dateline \(Version.program)")
