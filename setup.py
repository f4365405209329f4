"""What pyproject.toml cannot say. The modules in Cython: where nothing can be compiled, they are
left out. And the one name: in a wheel the four folders lie inside the package `xunzhang`, for
`search` and `web` are anybody's names in an environment that others share."""

import re
import shutil
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_ext import build_ext
from setuptools.command.build_py import build_py

NAME = "xunzhang"
FOLDERS = ("corpus", "index", "search", "web")
# Imports are written out in full everywhere (tests/whole/test_layers.py), so each names its folder first.
IMPORT = re.compile(rf"^(\s*from )(?=(?:{'|'.join(FOLDERS)})(?:\.\w+)* c?import )", re.MULTILINE)
SOURCES = (".py", ".pyi", ".pyx", ".pxd")
COMPILED = (
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


def gather(built: Path) -> None:
    """Move the folders of a build into the one package, and have imports name them there."""
    for folder in FOLDERS:
        shutil.rmtree(built / NAME / folder, ignore_errors=True)
        shutil.move(built / folder, built / NAME / folder)
    for path in (built / NAME).rglob("*"):
        if path.suffix in SOURCES:
            text = path.read_text(encoding="utf8")
            path.write_text(IMPORT.sub(rf"\1{NAME}.", text), encoding="utf8")


class Gathered(build_py):
    """Pure Python: an editable install stays the checkout as it is."""

    def run(self) -> None:
        """Build, then gather."""
        super().run()
        if not self.editable_mode:
            gather(Path(self.build_lib))


class GatheredExtensions(build_ext):
    """The compiled modules, of the sources as they were gathered."""

    def finalize_options(self) -> None:
        """Under the one name, unless they are built into the checkout."""
        if not self.inplace and not {"editable_wheel", "develop"} & set(self.distribution.commands):
            for extension in self.distribution.ext_modules:
                extension.name = f"{NAME}.{extension.name}"
        super().finalize_options()

    def run(self) -> None:
        """Build; the sources lie where the first half of the build has put them."""
        for extension in self.extensions:
            if extension.name.startswith(f"{NAME}."):
                stem = Path(self.get_finalized_command("build_py").build_lib, *extension.name.split("."))
                extension.sources = [f"{stem}.pyx"]
        super().run()


class OneName(bdist_wheel):
    """A wheel that says of itself which name it takes."""

    def egg2dist(self, egginfo_path: str, distinfo_path: str) -> None:
        """As setuptools does, and the one name on top."""
        super().egg2dist(egginfo_path, distinfo_path)
        Path(distinfo_path, "top_level.txt").write_text(f"{NAME}\n", encoding="ascii")


setup(
    ext_modules=[optional(name) for name in COMPILED],
    cmdclass={"build_py": Gathered, "build_ext": GatheredExtensions, "bdist_wheel": OneName},
    options={"build_ext": {"cython_c_in_temp": True, "parallel": True}},  # no generated C beside the sources
)
