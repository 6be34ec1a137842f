/** Names of parameters that carry credentials. */
export const credentialName =
  /^(?:client_?secret|token|access_?token|refresh_?token|id_?token|auth_?token|password|passwd|pwd|secret|api[-_]?key|private_?key|session_?id|jwt)$/i;

/** Names of parameters and fields that identify one object. */
export const idName = /^id$|(?:_id|Id|-id)$/;

/** Names of parameters that hold an address which the server may call. */
export const urlName = /^(?:callback|redirect)|(?:_url|Url|-url|_uri|Uri)$/i;
