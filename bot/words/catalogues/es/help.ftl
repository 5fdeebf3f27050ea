### /help: what can be done, by example. What stands between backticks is what people type; prompts in it are examples.

make-title = **Crear una imagen**
make-command = `/imagine un zorro en la nieve quality:high n:{ $n }`
make-mention = `{ $bot } un zorro en la nieve --size portrait --quality high`
message-options = -# En un mensaje, las opciones van al final: { $options }.
change-title = **Cambiar una imagen**
# $bot is the name of the bot with a space behind it, or nothing in a conversation with it.
change-reply = Responde a { $of_all ->
        [true] cualquier imagen
       *[false] una imagen mía
    }: `{ $bot }que sea de noche`, o `{ $bot }2: que sea de noche` para la segunda.
change-menu = En cualquier mensaje: **Aplicaciones > Editar imagen**, o **Aplicaciones > Usar como referencia** para tu próximo /imagine o /edit.
change-command = `/edit que sea de noche image:…` acepta tus archivos.
change-part = **Solo una parte:** elige *¿Dónde?* en el formulario, o da como máscara la imagen pintada encima con un solo color, como se hace en el teléfono; si rodeas algo, cuenta lo de dentro. Verás dónde cambia antes de gastar nada.
result-title = **Bajo un resultado**
result-buttons = **Otra vez** repite la solicitud, también más grande. { $edits ->
        [true] **Editar** y **Variar** parten de la imagen, **Ampliar** la crea otra vez al doble de tamaño y **Expandir** pinta lo que queda fuera o quita el fondo.{" "}
       *[false] {""}
    }**Info** lo cuenta todo{ $edits ->
        [true] {" "}y lleva a las versiones anteriores
       *[false] {""}
    }. Lo que pulses cuenta para tus límites.
result-share = **Compartir** muestra la tuya en la galería del servidor, para recibir corazones y remixes; mírala en `/gallery`. **Denunciar** avisa a la moderación de lo que no debería estar ahí.
after-title = **Después**
after-commands = { $edits ->
        [true] `/history` tiene tus últimas imágenes, `/tree` su familia, `/references` tus imágenes de referencia, `/usage` lo que usaste, `/privacy` quién puede editar tus imágenes.
       *[false] `/history` tiene tus últimas imágenes, `/usage` lo que usaste.
    }
after-records = `/export me` te envía todo lo que guardo de ti, `/forget me` lo borra.
after-moderators = En moderación puedes usar **Cancelar** y **Eliminar** en lo que otras personas pidieron aquí, decidir en `/reports`, silenciar con `/mute`, abrir un `/theme` y ver `/audit`; `/usage` te dice cuánto usó el servidor.
after-managers = Como administras este servidor, decides { $edits ->
        [true] en `/privacy` sobre lo que suben los miembros, y en `/settings` sobre todo lo demás.
       *[false] en `/settings` sobre todo lo demás.
    }
free = -# Aquí las imágenes las dibuja una demo, sin IA, y son gratis.
