"""What a production server imports: `gunicorn wsgi:app`."""

from livingwell.app import app_to_serve

app = app_to_serve()
