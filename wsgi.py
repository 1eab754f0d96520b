"""What a production server imports: `gunicorn wsgi:app`."""

from livingwell.app import create_app

app = create_app()
