/**
 * The types of tokens that Thinkst Canarytokens offers (github.com/thinkst/canarytokens, models/common.py), by what stands in each:
 * `{url}` and `{host}` with a keyed word in the name, `{token}`, `{aws}` and `{secret}`, `{card}`, `{mail}`. Those that need a program,
 * a binary document or an account at a service say so instead.
 */
export const canaryForms: Readonly<Record<string, string | { readonly needs: string }>> = {
  web: '{url}',
  dns: '{host}',
  web_image: '<img src="{url}.png" alt="" width="1" height="1">',
  wireguard:
    '[Interface]\nPrivateKey = {key}\nAddress = 10.13.7.2/32\n\n[Peer]\nPublicKey = {key}\nEndpoint = {host}:51820\nAllowedIPs = 10.13.7.0/24\n',
  windows_dir: '[.ShellClassInfo]\nIconResource=\\\\%USERNAME%.{host}\\resource.dll\n',
  webdav: '{url}/dav',
  clonedsite: '<script>if(location.hostname!=="www.example.com")new Image().src="{url}?h="+location.hostname</script>',
  cssclonedsite: 'body{background:url({url}.css)}',
  credit_card_v2: '{card}',
  cc: '{card}',
  qr_code: '{url}',
  svn: 'svn propset svn:externals "extras http://{host}/svn/extras" .',
  smtp: '{mail}',
  sql_server: "EXEC master..xp_dirtree '\\\\{host}\\backup'",
  my_sql: 'CHANGE REPLICATION SOURCE TO SOURCE_HOST=\'{host}\', SOURCE_USER=\'repl\', SOURCE_PASSWORD=\'{token}\';',
  aws_keys: '[default]\naws_access_key_id = {aws}\naws_secret_access_key = {secret}\nregion = us-east-2\n',
  aws_infra: '{aws}',
  azure_id: '{"appId": "{uuid}", "password": "{token}", "tenant": "{uuid}"}',
  fast_redirect: '{url}',
  slow_redirect: '{url}',
  kubeconfig:
    'apiVersion: v1\nkind: Config\nclusters:\n- name: prod\n  cluster:\n    server: https://{host}:6443\nusers:\n- name: deploy\n  user:\n    token: {token}\n',
  log4shell: '${jndi:ldap://{host}/a}',
  slack_api: 'xoxb-{digits}-{token}',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><image href="{url}.png" width="1" height="1"/></svg>',
  mcp: '{"mcpServers": {"records": {"url": "{url}/mcp", "headers": {"Authorization": "Bearer {token}"}}}}',
  ms_word: { needs: 'a Word document: put a web_image into one' },
  ms_excel: { needs: 'a workbook: put a web_image into one' },
  adobe_pdf: { needs: 'a PDF document: put a web link into one' },
  signed_exe: { needs: 'a signed program' },
  cmd: { needs: 'an entry of the registry of Windows' },
  windows_fake_fs: { needs: 'a program that stands for a file system' },
  pwa: { needs: 'an application on a telephone' },
  idp_app: { needs: 'an account at an identity provider' },
  crowdstrike_cc: { needs: 'an account at CrowdStrike' },
  legacy: { needs: 'nothing: it names tokens of older versions' },
};
