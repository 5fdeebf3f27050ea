### /forget me and /export me: deleting and handing over what is kept of a person.

## Buttons, at most 80 characters each

forget-button-forget = Apagar tudo para sempre
forget-button-keep = Manter

## Deleting

forget-question =
    {"**"}Apago tudo o que guardo sobre você?** Não dá para desfazer.
    {"**"}É apagado em menos de um minuto:**
    - tudo o que você pediu, em todos os servidores: prompts, imagens, arquivos que você deu; o que ainda está em andamento é cancelado
    - tudo o que você compartilhou, e as minhas mensagens que mostram suas imagens
    - seus corações, denúncias, referências, rascunhos e configurações
    {"**"}Fica:**
    - o que foi gasto, sem seu nome e sem prompts
    - imagens que outras pessoas criaram a partir das suas
    - se a moderação silenciou você, isso; e o que você fez na moderação, sem seu nome
    -# Com { -slash-export-me } você recebe tudo antes. O que você pedir depois é guardado de novo, como sempre.
forgetting = Apagando tudo o que guardo sobre você…
forgetting-already = Já estou nisso: tudo o que guardo sobre você é apagado em menos de um minuto.
kept = Não apaguei nada.
forgotten = **Pronto.** { $requests ->
        [0] Tudo o que eu guardava sobre você foi apagado.
        [one] { $requests } pedido e todo o resto que eu guardava sobre você foram apagados.
       *[other] { $requests } pedidos e todo o resto que eu guardava sobre você foram apagados.
    }
forgotten-nearly = **Quase pronto.** Tudo foi apagado, menos o que está sendo gerado agora; isso é apagado assim que terminar.
messages-follow = Agora excluo as mensagens que mostram isso…
messages-deleted = { $messages ->
        [one] { $messages } mensagem minha que mostrava isso foi excluída.
       *[other] { $messages } mensagens minhas que mostravam isso foram excluídas.
    }
shares-gone = { $pictures ->
        [one] { $pictures } imagem compartilhada saiu
       *[other] { $pictures } imagens compartilhadas saíram
    } das galerias.
messages-postponed = O Discord não respondeu para { $messages ->
        [one] { $messages } mensagem
       *[other] { $messages } mensagens
    }: continuo tentando até responder.
messages-refused = O Discord não me deixa excluir { $messages ->
        [one] { $messages } mensagem
       *[other] { $messages } mensagens
    } onde não tenho mais acesso. Peça à moderação de lá para excluir o que ainda mostra uma imagem sua.

## Handing over

exporting = Estou reunindo tudo o que guardo sobre você. Chega aqui em um ou mais arquivos zip.
export-started = Estou reunindo tudo o que guardo sobre você e envio por mensagem direta.
export-whole = Tudo o que guardo sobre você.
export-part = Tudo o que guardo sobre você, parte { $number } de { $parts }.
exported = Tudo o que guardo sobre você está nas nossas mensagens diretas, em { $files ->
        [one] { $files } arquivo
       *[other] { $files } arquivos
    }.
# A text file in the zip: about 100 characters a line. The names of the files stay as they are.
export-readme =
    Isto é tudo o que o Easel guarda sobre você.

    account.json       suas configurações, suas imagens de referência e as denúncias que você fez
    requests-*.json    o que você pediu, com o resultado e quanto custou
    shares-*.json      o que você compartilhou
    hearts-*.json      o que recebeu um coração seu
    pictures/          o que foi criado para você: o número do pedido e o lugar nele; um SVG ao lado do seu PNG e,
                       de uma edição com máscara, a versão do modelo ao lado da exata
    inputs/            o que você deu: o número do pedido e o lugar nele; de uma edição com máscara, a parte
                       enviada, a máscara, o original e o que foi marcado nele

    Se houver vários arquivos zip, cada um tem uma parte. Os horários são UTC.
