declare namespace GoogleAppsScript {
  namespace Drive_v3.Drive.V3.Collection {
    interface FilesCollection {
      /** With `alt` the content comes back as a blob; the published types know only the call that throws without it. */
      export(fileId: string, mimeType: string, optionalArgs: { alt: "media" }): GoogleAppsScript.Base.Blob;
    }
  }
}
