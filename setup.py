"""The modules in Cython, which pyproject.toml could name only with warnings: where nothing can be
compiled, they are left out."""

from setuptools import Extension, setup

NAMES = (
    "index.characters.native",
    "index.characters.native_counts",
    "search.loops.native",
    "search.loops.native_snippet",
    "search.loops.native_matching",
)


def optional(name: str) -> Extension:
    """A module that installing goes on without; numpy does its work then. No -march: a wheel runs
    on any machine of its kind; no contracted sums: a score is the same to the last digit wherever
    it is worked out."""
    return Extension(
        name,
        [name.replace(".", "/") + ".pyx"],
        depends=["index/characters/native.pxd"],
        extra_compile_args=["-O3", "-g0", "-ffp-contract=off"],
        optional=True,
    )


setup(
    ext_modules=[optional(name) for name in NAMES],
    options={"build_ext": {"cython_c_in_temp": True, "parallel": True}},  # no generated C beside the sources
)
