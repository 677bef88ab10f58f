# GeoNature's Docker recipe runs `python setup.py bdist_wheel`; everything is in pyproject.toml.
from setuptools import setup

setup()
