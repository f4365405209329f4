"""Prints all answers about a data folder in a process where importing some modules fails, as it
does where they were not built.

    answers_without.py FOLDER [MODULE…]

Before them: which twin of the inner loops was chosen, and how the API answers a question that all
of them work on.
"""

import sys
from pathlib import Path


def printed(data):
    from material.answers_printed import answers

    from search.loops.chosen import is_compiled
    from web.app import create_app

    print("compiled" if is_compiled() else "plain")
    print(create_app(data).test_client().get("/api/search?q=现金 损失").status)
    for question, answer in answers(data / "index"):
        print(question, answer)


if __name__ == "__main__":
    sys.modules |= dict.fromkeys(sys.argv[2:])
    printed(Path(sys.argv[1]))
