"""Base addresses of providers, checked before anything is sent there."""

from yarl import URL

_AZURE_V1 = "/openai/v1"


def clean_url(address: str) -> str:
    """Read a base address: http or https, a host, and nothing that is secret.

    Raises:
        ValueError: what is wrong with it.
    """
    try:
        url = URL(address.strip())
    except ValueError as error:
        raise ValueError("the base URL cannot be read") from error
    if url.scheme not in {"http", "https"} or not url.host:
        raise ValueError("the base URL must begin with http:// or https:// and name a host")
    if url.user or url.password or url.query_string or url.fragment:
        raise ValueError("the base URL must not hold a user, a password, a query or a fragment")
    return str(url).rstrip("/")


def clean_azure_url(address: str) -> str:
    """Read the address of an Azure resource: alone, with `/openai`, or with `/openai/v1`.

    Raises:
        ValueError: what is wrong with it.
    """
    url = clean_url(address)
    return url if url.endswith(("/openai", _AZURE_V1)) else f"{url}/openai"


def is_azure_v1(address: str) -> bool:
    """Tell Azure's newer address, where the model in the body is the deployment and no version is needed."""
    return address.endswith(_AZURE_V1)
