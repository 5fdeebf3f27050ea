### The playground: its page and its welcome. What stands between backticks is what people type.

## The page

page-title = Playground de Easel
page-brand = en SimCord
page-restart = Reiniciar Easel
page-restarting = Reiniciando…
page-restart-failed = No se pudo reiniciar: mira la terminal
page-apps = Aplicaciones

## The little Discord

guild = Playground de Easel
topic-pictures = Escribe / para ver los comandos
topic-gallery = Lo que se comparte
topic-moderators = Lo que se denuncia
moderators = Moderación
mira = Mira (modera)

## The welcome: a title, a text, fields with a title and a text each, and a line at the end

welcome = Te damos la bienvenida al playground
where = Este es el bot de verdad, en un Discord que solo existe en este equipo. Con “Viewing as”, arriba, eres Ada, Bruno o Mira, que modera; abre más pestañas para ser varias personas a la vez.
title-make = Crea una imagen
make = Escribe `/imagine` y lo que quieres ver, y usa **more** para `n`, `quality`, `size` y lo demás.
title-change = Cambia una imagen
change = Escribe `/edit`, qué debe cambiar, una imagen y una `mask` blanca donde se debe repintar. Dos archivos para probar:
title-work-on = Sigue con una imagen
work-on =
    Responde a una imagen: `@Easel que sea de noche`. Pulsa los botones que tiene debajo; **Editar** puede cambiar solo una parte.
    Señala la imagen de cualquiera y elige **Aplicaciones** > **Editar imagen**. Con **Reiniciar Easel**, arriba, no se pierde nada.
title-share = Compártela
share = **Compartir**, bajo una imagen tuya, la cuelga en **# gallery**. Ve allí con la lista de canales, arriba, y sé otra persona para darle un corazón, hacer un remix o denunciarla. Las denuncias llegan a **# moderators**, que solo ve Mira; con Mira, `/settings` muestra todo lo que un servidor puede ajustar.
title-look-back = Mira atrás
look-back = `/history` muestra tus últimas solicitudes, `/usage` lo que se usó y `/help` todo lo que hay.
title-phrases = Mira qué pasa cuando…
phrases = … el prompt contiene esto: `demo:slow=20` (muestra sus bocetos, y **Cancelar** lo termina), `demo:refuse`, `demo:rate`, `demo:quota`, `demo:outage`, `demo:broken`, `demo:big`.
demo = Las imágenes las dibuja la API de demo incluida, sin IA. Nada sale de este equipo y nada cuesta dinero.
real = Las imágenes vienen del servicio de imágenes de tus ajustes, y cada una cuesta dinero de verdad.
gone = Al terminar el playground se borra todo lo que hay aquí.
