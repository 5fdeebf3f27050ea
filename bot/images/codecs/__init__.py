"""Image files: what a file is, what of it is kept, and from bytes to pixels and back.

`probing` tells what a file is by its content, holds it against the caps and finds what is needed to show the picture,
without decoding a pixel: `png`, `jpeg`, `webp`, `gif`, `heif` (AVIF and HEIC), `bmp` and `tiff` know the containers.
What every viewer makes good is made good here. `decode` and `encode` go to pixels and back. Whatever hostile bytes lead
to is a BadImage.
"""
