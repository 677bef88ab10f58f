"""The Python shim, as GeoNature meets it: an installed distribution with entry points.

In a virtual environment: pip install flask marshmallow -e geonature && python tests/shim.py
"""

import tomllib
import unittest
from importlib.metadata import distribution, entry_points
from pathlib import Path

from flask import Flask

ROOT = Path(__file__).parents[1]


def load(name):
    return entry_points(group="gn_module", name=name)[name].load()


class Shim(unittest.TestCase):
    def test_names_the_module(self):
        self.assertEqual(load("code"), "EXSITU")
        self.assertEqual(load("label"), "Conservation ex situ")
        self.assertRegex(load("picto"), r"^fa-[a-z]+$")

    def test_has_the_version_of_the_service(self):
        service = tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]["version"]
        self.assertEqual(distribution("gn-module-exsitu").version, service)

    def test_every_address_says_that_the_proxy_is_missing(self):
        app = Flask(__name__)
        app.register_blueprint(load("blueprint"), url_prefix="/exsitu")
        client = app.test_client()
        for path in ["/exsitu/", "/exsitu/ui/main.js", "/exsitu/v1/me"]:
            for method in ["GET", "POST", "PUT", "PATCH", "DELETE"]:
                with self.subTest(path=path, method=method):
                    answer = client.open(path, method=method)
                    self.assertEqual(answer.status_code, 503)
                    self.assertEqual(sorted(answer.json), ["code", "description", "name"])

    def test_the_address_of_the_service_is_optional(self):
        schema = load("config_schema")()
        self.assertEqual(schema.load({}), {"API_URL": ""})
        self.assertEqual(schema.load({"API_URL": "https://exsitu.example.org"})["API_URL"], "https://exsitu.example.org")


if __name__ == "__main__":
    unittest.main()
