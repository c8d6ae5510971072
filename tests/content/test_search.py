"""Our own content: what readers type into the search, and the page that it finds first."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

FIRST = {
    "vertrouwen": "Trust",
    "klant": "Customer orientation",
    "nps": "Net promoter score",
    "qbr": "Planned consultations",
    "escalation": "The project falls behind",
    "churn": "Customer churn",
    "outage": "The project falls behind",
    "merger": "Organisation change",
    "onboarding": "Give onboarding an owner",
    "template": "Business model canvas workshop",
    "trsut": "Trust",
    "angry customer": "Satisfaction",
    "cto left": "Stakeholder change",
    "lost a deal": "Our reputation stands in the way",
    "ai": "Inspiration day",
    "new ciso": "Stakeholder change",
    "complaint": "Satisfaction",
    "csat": "Satisfaction survey",
    "trust": "Trust",
    "price too high": "Our reputation stands in the way",
    "talk about tomorrow": "Next-steps conversation",
    "my contact is leaving": "Stakeholder change",
    "contact leaves": "Stakeholder change",
    "vision workshop": "Vision workshop",
    "business model canvas": "Business model canvas workshop",
    "bmc": "Business model canvas workshop",
    "transparency": "Transparency",
    "trasparency": "Transparency",
    "transparnecy": "Transparency",
    "business outcome-driven": "Business outcome-driven",
    "outcome driven partnership": "Business outcome-driven partnership",
    "customer c": "Customer C",
    "engineer": "Engineer in a customer team",
    "sales director": "Sales director",
    "what changed": "What changed",
    "matrix": "Matrix",
    "relationship check": "Relationship check",
    "roadmap": "Shared roadmap",
    "tender": "Tender process",
    "aanbesteding": "Tender process",
    "rfp": "Tender process",
    "offerte": "Writing a proposal together",
    "te duur": "Our reputation stands in the way",
    "boze klant": "Satisfaction",
    "klanttevredenheid": "Satisfaction",
    "samenwerking": "Cooperation",
    "fusie": "Organisation change",
    "overname": "Organisation change",
    "reorganisatie": "Organisation change",
    "nieuwe cio": "Stakeholder change",
    "handover": "Handover on our side",
    "colleague leaves": "Handover on our side",
    "say no": "Declining work",
    "scope creep": "The customer changes its request",
    "no budget": "Budget limitations",
    "budget cut": "Budget limitations",
    "lunch": "Informal conversation",
    "standup": "Stand-ups",
    "stand up": "Stand-ups",
    "who decides": "Unclear who decides",
    "kick off": "Kick-off workshop",
    "kickoff": "Kick-off workshop",
    "co creation session": "Co-creation session",
    "inspiration day": "Inspiration day",
    "inspration day": "Inspiration day",
    "security assessment": "Security assessment",
    "ransomware": "Security assessment",
    "upsell": "Cross-selling opportunity",
    "cross selling": "Cross-selling opportunity",
    "contract renewal": "Contract negotiations",
    "negotiations": "Contract negotiations",
    "negotiating the contract": "Contract negotiations",
    "reference case": "Showing reference cases",
    "account plan": "Account and network plan",
    "network plan": "Account and network plan",
    "one pager": "One-pager",
    "feedback": "Feedback sessions",
    "honesty": "Honesty",
    "honest": "Honesty",
    "openness": "Openness",
    "loyalty": "Loyalty",
    "personal bond": "Personal bond",
    "step 3": "Agree where to go",
    "it blocks us": "IT stands between us and the business",
    "shadow it": "Internal IT is left out",
    "design thinking": "Concept sprint",
    "customer journey": "Measure the journey",
    "klantreis": "Measure the journey",
    "value proposition": "Sharpen the proposition",
    "pitch": "Sharpen the proposition",
    "roi": "Return on investment",
    "return on investment": "Return on investment",
    "kpi": "Choose the metrics together",
    "partnerschap": "Business outcome-driven partnership",
    "toekomst": "Future vision",
    "project is late": "The project falls behind",
    "running late": "The project falls behind",
    "de goede": "De Goede (2024)",
    "touchpoint": "Touchpoint",
    "core competence": "Core competence",
    "carve out": "The customer is split off",
    "spin-off": "The customer is split off",
    "silo": "Silo",
    "glossary": "Glossary",
}
"""What was typed, and the name of what must come first."""


def test_what_readers_typed_finds_what_they_meant(window: Page, site: Path) -> None:
    window.goto((site / "index.html").as_uri())
    window.get_by_role("combobox", name="Search").focus()
    window.wait_for_function("globalThis.compassSearch")
    found = window.evaluate(
        """async (typed) => {
            const index = await compassSearch.load();
            return typed.map((words) => compassSearch.find(words, index).slice(0, 3).map((one) => one.name));
        }""",
        list(FIRST),
    )
    wrong = {
        typed: names
        for (typed, wanted), names in zip(FIRST.items(), found, strict=True)
        if names[:1] != [wanted]
    }
    assert not wrong
