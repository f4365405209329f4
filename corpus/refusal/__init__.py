"""Why a page is no report: a sentence for the person who added it, or None.

A report in substance is never refused for its looks; what is refused is a page without a body, a
list, a page that only attaches the report, texts about a report instead of one, and texts of
another kind. `corpus.refusal.reasons` is the table.
"""

from corpus.refusal.reasons import REASONS, code_of, reason_of, why_refused

__all__ = ["REASONS", "code_of", "reason_of", "why_refused"]
