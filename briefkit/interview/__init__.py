"""Questions into a case: what a document needs to know is asked for, one thing after another, as the answers make it matter.

Nothing is declared for the sake of questions. Which facts a document needs follows from the conditions and texts of the clauses that its
profile takes; an answer that decides a condition brings or drops questions. An interview is a frozen value: going back is taking the last
answer away, and the next question follows from the answers alone.
"""

from briefkit.interview.filed import answer_from
from briefkit.interview.questions import Question, Unknown, next_question, question_about, unknown_facts
from briefkit.interview.reading import Complaint, example_for, read_answer, resumed, shown, take
from briefkit.interview.topics import Answer, Interview, Topic, facts_of, skipped
from briefkit.interview.writing import CaseTexts, case_texts

__all__ = [
    "Answer",
    "CaseTexts",
    "Complaint",
    "Interview",
    "Question",
    "Topic",
    "Unknown",
    "answer_from",
    "case_texts",
    "example_for",
    "facts_of",
    "next_question",
    "question_about",
    "read_answer",
    "resumed",
    "shown",
    "skipped",
    "take",
    "unknown_facts",
]
