"""Message catalogues, and the language in which words are said: the only package that knows Fluent and Babel."""
