### /help: what can be done, by example. What stands between backticks is what people type; prompts in it are examples.

make-title = **Crear una imagen**
make-command = `/imagine un zorro en la nieve calidad:high n:{ $n }`
make-mention = `{ $bot } un zorro en la nieve --size portrait --quality high`
message-options = -# En un mensaje, las opciones van al final: { $options }.
change-title = **Cambiar una imagen**
# $bot is the name of the bot with a space behind it, or nothing in a conversation with it.
change-reply = Responde a { $of_all ->
        [true] cualquier imagen
       *[false] una imagen mía
    }: `{ $bot }que sea de noche`, o `{ $bot }2: que sea de noche` para la segunda.
change-menu = En cualquier mensaje: **Aplicaciones > Editar imagen**, o **Aplicaciones > Usar como referencia** para tu próximo { -slash-imagine } o { -slash-edit }.
change-command = `/edit que sea de noche imagen:…` acepta tus archivos.
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
        [true] { -slash-history } tiene tus últimas imágenes, { -slash-tree } su familia, { -slash-references } tus imágenes de referencia, { -slash-usage } lo que usaste, { -slash-privacy } quién puede editar tus imágenes.
       *[false] { -slash-history } tiene tus últimas imágenes, { -slash-usage } lo que usaste.
    }
after-records = { -slash-export-me } te envía todo lo que guardo de ti, { -slash-forget-me } lo borra.
after-moderators = En moderación puedes usar **Cancelar** y **Eliminar** en lo que otras personas pidieron aquí, decidir en { -slash-reports }, silenciar con { -slash-mute }, abrir un `/theme` y ver { -slash-audit }; { -slash-usage } te dice cuánto usó el servidor.
after-managers = Como administras este servidor, decides { $edits ->
        [true] en { -slash-privacy } sobre lo que suben los miembros, y en { -slash-settings } sobre todo lo demás.
       *[false] en { -slash-settings } sobre todo lo demás.
    }
free = -# Aquí las imágenes las dibuja una demo, sin IA, y son gratis.
