# Easel in a container: built in one stage, run in another, as an ordinary user.
FROM python:3.13-slim AS build
WORKDIR /easel
COPY requirements.lock .
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r requirements.lock

FROM python:3.13-slim
# Pillow joins and orders the letters of Arabic, Devanagari and others with FriBiDi, which its wheels do not bring.
RUN apt-get update && apt-get install --yes --no-install-recommends libfribidi0 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home easel && install -d -o easel /data /blobs
WORKDIR /easel
COPY --from=build /venv /venv
COPY bot bot
COPY cogs cogs
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/data \
    HEALTH_HOST=0.0.0.0 \
    HEALTH_PORT=8080
USER easel
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; p = os.environ.get('HEALTH_PORT'); p and u.urlopen(f'http://127.0.0.1:{p}/readyz', timeout=3)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
