"""From a job to its answer: progress while it is open, and its result or failure once.

`ProgressMessages` shows how far a job has come, `JobPoster` posts what it ends with: `answer` composes the messages
(`Answers`), `sending` gets each of them out (`PartSender`). `buttons` are those of an answer that is not there yet or
may have gone wrong; `result` is how pictures look in any message (`result_files`, `result_text`).
"""
