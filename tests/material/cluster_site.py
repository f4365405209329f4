"""The sample on a cluster of OpenSearch, and the environment that leads there."""

import contextlib
import shutil

import pytest

SETTINGS = ("USER", "PASSWORD", "CA", "CERT", "KEY", "INDEX", "SHARDS", "REPLICAS")


@contextlib.contextmanager
def engine_at(address, **settings):
    """The environment of this process names this cluster."""
    with pytest.MonkeyPatch.context() as patch:
        for name in SETTINGS:
            patch.delenv(f"XUNZHANG_OPENSEARCH_{name}", raising=False)
        patch.setenv("XUNZHANG_ENGINE", "opensearch")
        patch.setenv("XUNZHANG_OPENSEARCH", address)
        for name, value in settings.items():
            patch.setenv(f"XUNZHANG_OPENSEARCH_{name}", value)
        yield


def loaded(sample, folder, address, name, **settings):
    """A data folder with the sample's records, indexed on the cluster under a name of its own, with
    these settings."""
    from corpus.store.folder import Store
    from index.chosen import built

    data = folder / name
    shutil.copytree(sample, data, ignore=shutil.ignore_patterns("index", ".lock"))
    with engine_at(address, INDEX=name, **settings):
        built(Store(data), data)
    return data
