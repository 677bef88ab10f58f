from marshmallow import Schema, fields


class ConfigSchema(Schema):
    # Address of the service as browsers see it; empty: <API_ENDPOINT>/exsitu.
    API_URL = fields.String(load_default="")
