"""The only place that talks to an images API.

`ImagesClient` of `api` makes and edits pictures, as a `Profile` says (`profile` builds one by the settings); its
`breaker` knows whether the provider answers (`Health`, `BreakerState`). `check` tries one out for the doctor.
"""
