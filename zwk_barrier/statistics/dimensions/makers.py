"""The dimensions that have coarser groups of their own."""

from typing import Final

from zwk_barrier.statistics.dimensions.dimension import NOT_KNOWN, Dimension
from zwk_barrier.statistics.dimensions.kinds import listed, worded
from zwk_barrier.wording import N_

_ROOMS: Final = (
    ("bath", N_("Bad und WC"), ("bad", "wc")),
    ("stairs", N_("Treppe"), ("treppenhaus",)),
    ("access", N_("Zugang"), ("aussen", "stellplatz", "hauseingang", "aufzug", "wohnungseingang")),
    (
        "living",
        N_("Wohnräume und Flur"),
        (
            "flur",
            "wohnzimmer",
            "schlafzimmer",
            "kinderzimmer",
            "kueche",
            "balkon",
            "abstell",
            "keller",
            "garten",
        ),
    ),
)


def room() -> Dimension:
    """Where in a dwelling."""
    return listed("room", N_("Raum"), "room", ("broad", N_("Raum, grob"), _ROOMS))


def care_grade() -> Dimension:
    """None, applied for, 1 to 5."""
    graded = ("1", "2", "3", "4", "5")
    none = ("keiner", "beantragt", "widerspruch")
    return listed(
        "care_grade",
        N_("Pflegegrad"),
        "care_grade",
        (
            "broad",
            N_("Pflegegrad, grob"),
            (
                ("pg_none", N_("kein Pflegegrad"), none),
                ("pg_1", N_("Pflegegrad 1"), ("1",)),
                ("pg_2_3", N_("Pflegegrad 2 und 3"), ("2", "3")),
                ("pg_4_5", N_("Pflegegrad 4 und 5"), ("4", "5")),
            ),
        ),
        (
            "any",
            N_("mit oder ohne Pflegegrad"),
            (("pg_none", N_("kein Pflegegrad"), none), ("pg_any", N_("mit Pflegegrad"), graded)),
        ),
        is_sensitive=True,
    )


def household() -> Dimension:
    """Who somebody lives with."""
    housed = ("wg", "ambulant_betreute_wg", "betreutes_wohnen", "wohnform_45h", "einrichtung")
    together = ("paar", "mit_angehoerigen", "mehrgeneration")
    groups = (
        ("together", N_("mit Partner oder Angehörigen"), together),
        ("housed", N_("in einer Wohnform"), housed),
    )
    return listed("household", N_("Haushalt"), "household_form", ("broad", N_("Haushalt, grob"), groups))


def tenure() -> Dimension:
    """Rented or owned."""
    rented = ("miete_privat", "miete_wohnungsuntern", "miete_genossenschaft", "sozialwohnung")
    owned = ("eigentum_haus", "eigentum_etw", "wohnrecht")
    groups = (
        ("rented", N_("zur Miete"), rented),
        ("owned", N_("im Eigentum"), owned),
        ("elsewhere", N_("anders"), ("bei_angehoerigen", "heim", "wohnungslos", "sonst")),
    )
    return listed("tenure", N_("Wohnverhältnis"), "tenure", ("broad", N_("Miete oder Eigentum"), groups))


def building_age() -> Dimension:
    """When the house was built."""
    groups = (
        ("until_1948", N_("bis 1948"), ("vor1919", "1919_48")),
        ("1949_1978", N_("1949–1978"), ("1949_57", "1958_68", "1969_78")),
        ("from_1979", N_("ab 1979"), ("1979_90", "1991_2000", "2001_10", "ab2011")),
    )
    return listed("building_age", N_("Baujahr"), "building_age", ("broad", N_("Baujahr, grob"), groups))


def building_type() -> Dimension:
    """What kind of house."""
    groups = (
        ("house", N_("Ein- und Zweifamilienhaus"), ("efh", "dhh", "rh", "zfh")),
        ("flats", N_("Mehrfamilienhaus"), ("mfh_klein", "mfh_gross", "hochhaus", "mischnutzung")),
    )
    return listed("building_type", N_("Gebäude"), "building_type", ("broad", N_("Gebäude, grob"), groups))


def migration() -> Dimension:
    """Whether somebody or their parents came from elsewhere; told freely."""
    groups = (
        ("with", N_("mit Migrationsgeschichte"), ("selbst_zugewandert", "eltern_zugewandert")),
        ("not_told", N_("unbekannt oder keine Angabe"), ("unbekannt", "keine_angabe")),
    )
    return listed(
        "migration",
        N_("Migrationsgeschichte"),
        "migration",
        ("broad", N_("Migrationsgeschichte, grob"), groups),
        is_sensitive=True,
    )


def language() -> Dimension:
    """What somebody speaks."""
    foreign = ("tr", "ru", "ar", "pl", "uk", "bg", "ro", "fa", "ku", "en", "sq", "sr", "pt", "sonst")
    groups = (("foreign", N_("andere Sprache als Deutsch"), foreign),)
    level = ("broad", N_("Deutsch oder andere Sprache"), groups)
    return listed("language", N_("Sprache"), "language", level, is_sensitive=True)


def disability() -> Dimension:
    """The degree of disability (GdB), in two classes."""
    return worded(
        "disability",
        N_("Grad der Behinderung"),
        {
            "none": N_("kein Grad der Behinderung"),
            "below_50": N_("unter 50"),
            "50_plus": N_("50 und mehr"),
            NOT_KNOWN: N_("nicht angegeben"),
        },
        NOT_KNOWN,
        is_sensitive=True,
    )


def floor() -> Dimension:
    """How high somebody lives."""
    return worded(
        "floor",
        N_("Geschoss"),
        {
            "0": N_("Erdgeschoss oder tiefer"),
            "1": N_("1. Obergeschoss"),
            "2": N_("2. Obergeschoss"),
            "3": N_("3. Obergeschoss"),
            "4plus": N_("4. Obergeschoss und höher"),
            NOT_KNOWN: N_("nicht angegeben"),
        },
        NOT_KNOWN,
    )


def state() -> Dimension:
    """How far a measure has come."""
    return worded(
        "state",
        N_("Stand der Maßnahme"),
        {
            "open": N_("empfohlen"),
            "applied": N_("beantragt, bewilligt oder abgelehnt"),
            "underway": N_("beauftragt oder in Arbeit"),
            "done": N_("umgesetzt"),
            "not_done": N_("nicht umgesetzt"),
        },
        "open",
    )
