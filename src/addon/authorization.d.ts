declare namespace GoogleAppsScript {
  namespace Script {
    interface AuthorizationInfo {
      /** The scopes that the user has granted; newer than the published types. */
      getAuthorizedScopes(): string[] | null;
    }
  }
}
