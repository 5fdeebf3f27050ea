"""What must not be lost: jobs, charges and blobs. The only place that imports SQLAlchemy, Alembic or obstore."""
