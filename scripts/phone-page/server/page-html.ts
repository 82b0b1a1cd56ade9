/** The page's document: what a browser needs to load the rest. `token`: letters, digits, `-` and `_` only. */
export function pageHtml(token: string): string {
  return `<!doctype html>
<html lang="en" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="phone-page-token" content="${token}">
<title>Phone verification, local</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
<script src="/page.js" defer></script>
</head>
<body>
<div id="app"><noscript>This page is a telephone: it needs JavaScript.</noscript></div>
</body>
</html>
`;
}

/** The picture in the browser's tab: a dial of keys, one of them lit. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3355e0"/><g fill="#fff"><circle cx="10" cy="9" r="2.4" fill-opacity=".55"/><circle cx="16" cy="9" r="2.4" fill-opacity=".55"/><circle cx="22" cy="9" r="2.4" fill-opacity=".55"/><circle cx="10" cy="16" r="2.4" fill-opacity=".55"/><circle cx="16" cy="16" r="2.4"/><circle cx="22" cy="16" r="2.4" fill-opacity=".55"/><circle cx="10" cy="23" r="2.4" fill-opacity=".55"/><circle cx="16" cy="23" r="2.4" fill-opacity=".55"/><circle cx="22" cy="23" r="2.4" fill-opacity=".55"/></g></svg>`;
