"""The road from files to documents: here, and only here, the stages meet.

file -> readers -> Report -> analysis -> Findings -> assembly -> Briefing -> writers -> bytes -> file
"""
# read_reports(paths) -> ReadResult(reports, notices)        touches files
# analyse_reports(reports, area="", progress=None) -> tuple[Findings, ...]
# generate(reports, request, findings=None) -> Briefing      reads no clock and no file of the analyst
# render(briefing, "pdf") -> bytes
# export(briefing, folder, formats, name) -> tuple[Path, ...]      temporary file, fsync, rename
