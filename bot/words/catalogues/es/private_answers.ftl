### Answers to one person alone that Discord did not take.

discord-refused = Discord no aceptó la respuesta. Prueba otra vez en un momento. No se gastó nada.
picture-filtered = El filtro de Discord considera explícita una imagen de la respuesta y no deja publicarla. Solo pasaría otra imagen.
words-blocked = Discord bloquea aquí palabras o enlaces de la respuesta. Prueba en otro servidor o por mensaje directo. No se gastó nada.
not-listened = Este botón es de una versión anterior de Easel y ya no funciona. Vuelve a usar el comando con el que apareció.
