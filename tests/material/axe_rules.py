"""The rules of axe-core that every page keeps, and what breaks them."""

QUICK = {"resultTypes": ["violations"], "preload": False, "iframes": False}
# Everything axe knows but what is experimental or AAA; the size of targets (WCAG 2.2 AA) is off by
# default.
RULES = {**QUICK, "rules": {"target-size": {"enabled": True}}}
# A theme changes colours and nothing else.
COLOURS = {**QUICK, "runOnly": ["color-contrast", "link-in-text-block"]}


def violations(axe, page, options=RULES):
    """One line a node: the rule, where it is broken, and how."""
    return [
        f"{found['id']}: {node['target']} {node['html'][:120]} {node['failureSummary'].splitlines()[-1].strip()}"
        for found in axe.run(page, options=options).response["violations"]
        for node in found["nodes"]
    ]
