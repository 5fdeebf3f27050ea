### /forget me and /export me: deleting and handing over what is kept of a person.

## Buttons, at most 80 characters each

forget-button-forget = Borrar todo para siempre
forget-button-keep = Conservar

## Deleting

forget-question =
    {"**"}¿Borro todo lo que guardo de ti?** No se puede deshacer.
    {"**"}Se borra en menos de un minuto:**
    - todo lo que pediste, en todos los servidores: prompts, imágenes y archivos que diste; lo que sigue en curso se cancela
    - todo lo que compartiste, y mis mensajes que muestran tus imágenes
    - tus corazones, denuncias, referencias, borradores y ajustes
    {"**"}Se conserva:**
    - lo que se gastó, sin tu nombre ni tus prompts
    - las imágenes que otras personas crearon a partir de las tuyas
    - si la moderación te silenció, eso; y lo que hiciste al moderar, sin tu nombre
    -# Con { -slash-export-me } lo recibes todo antes. Lo que pidas después se guarda otra vez como siempre.
forgetting = Borrando todo lo que guardo de ti…
forgetting-already = Ya estoy en ello: todo lo que guardo de ti se borra en menos de un minuto.
kept = No borré nada.
forgotten = **Listo.** Se { $requests ->
        [one] borró { $requests } solicitud
       *[other] borraron { $requests } solicitudes
    } y todo lo demás que guardaba de ti.
forgotten-nearly = **Casi listo.** Se borró todo menos lo que se está generando ahora mismo; eso se borra en cuanto termine.
messages-follow = Ahora elimino los mensajes que lo muestran…
messages-deleted = { $messages ->
        [one] Se eliminó { $messages } mensaje mío que lo mostraba.
       *[other] Se eliminaron { $messages } mensajes míos que lo mostraban.
    }
shares-gone = { $pictures ->
        [one] { $pictures } imagen compartida ya no está
       *[other] { $pictures } imágenes compartidas ya no están
    } en las galerías.
messages-postponed = Discord no respondió para { $messages ->
        [one] { $messages } mensaje
       *[other] { $messages } mensajes
    }: sigo intentándolo hasta que responda.
messages-refused = Discord no me deja eliminar { $messages ->
        [one] { $messages } mensaje
       *[other] { $messages } mensajes
    } donde ya no tengo acceso. Pide a la moderación de allí que elimine lo que todavía muestre una imagen tuya.

## Handing over

exporting = Estoy reuniendo todo lo que guardo de ti. Llegará aquí en uno o más archivos zip.
export-started = Estoy reuniendo todo lo que guardo de ti y te lo envío por mensaje directo.
export-whole = Todo lo que guardo de ti.
export-part = Todo lo que guardo de ti, parte { $number } de { $parts }.
exported = Todo lo que guardo de ti está en nuestros mensajes directos, en { $files ->
        [one] { $files } archivo
       *[other] { $files } archivos
    }.
# A text file in the zip: about 100 characters a line. The names of the files stay as they are.
export-readme =
    Esto es todo lo que Easel guarda de ti.

    account.json       tus ajustes, tus imágenes de referencia y las denuncias que hiciste
    requests-*.json    lo que pediste, con el resultado y lo que costó
    shares-*.json      lo que compartiste
    hearts-*.json      a qué le diste un corazón
    pictures/          lo que se creó para ti: el número de la solicitud y el lugar en ella; un SVG junto a su PNG, y
                       de una edición con máscara, la versión del modelo junto a la exacta
    inputs/            lo que diste: el número de la solicitud y el lugar en ella; de una edición con máscara, la parte
                       enviada, la máscara, el original y lo que se marcó en él

    Si hay varios archivos zip, cada uno tiene una parte. Las horas son UTC.
