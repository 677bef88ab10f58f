"""GeoNature turns off a module that has no blueprint. This one has no logic: the reverse proxy
sends its addresses to the service, so a request that gets here says that the proxy does not."""

from flask import Blueprint

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

blueprint = Blueprint("exsitu", __name__)


@blueprint.route("/", defaults={"path": ""}, methods=METHODS)
@blueprint.route("/<path:path>", methods=METHODS)
def not_behind_the_proxy(path):
    return {
        "code": 503,
        "name": "Service ex situ injoignable",
        "description": "Le reverse-proxy n'envoie pas cette adresse au service gn-exsitu : "
        "voir « Proxy » dans le README du module.",
    }, 503
