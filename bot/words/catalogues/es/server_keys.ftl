### A key of a server's own at the images service, entered in /settings.

# A field; at most 45 characters.
key-field = Clave API
# Under it; at most 100 characters.
key-hint = Se guarda cifrada y no se vuelve a mostrar. Desde ahora paga todas las solicitudes del servidor.
# A button; at most 80 characters.
remove-key = Quitar la clave
# A select; at most 150 characters.
choose-provider = Añadir una clave: elige el servicio
# Heads a form; at most 45 characters.
form-title = Clave de { $provider }

no-member = Solo estoy de visita en este servidor, así que no puedo guardar su clave. Primero añádeme al servidor.
removed = Clave quitada. La cuenta del bot vuelve a pagar en este servidor.
entered-tried = { $provider } acepta esta clave. Desde ahora paga las solicitudes de este servidor.
entered-without-money = ⚠️ { $provider } acepta esta clave, pero su cuenta no tiene saldo o llegó a su límite. La clave queda guardada: recarga la cuenta o quita la clave.
entered-untried = La clave queda guardada, pero no pude probarla sin pagar. La primera solicitud mostrará si { $provider } la acepta.
entered-rejected = ⚠️ { $provider } no acepta esta clave, así que no cambió nada. Cópiala y escríbela otra vez.
entered-malformed = ⚠️ Eso no es una clave, así que no cambió nada. Cópiala y escríbela otra vez.

## What /settings says of it

none = *ninguna: paga la cuenta del bot*
key = **{ $provider }**, añadida por { $person } { $moment }
untried = No pude probarla sin pagar; la primera solicitud mostrará si funciona.
unreadable = ⚠️ Ya no puedo leerla, así que se rechazan las solicitudes. Escríbela otra vez o quítala.
