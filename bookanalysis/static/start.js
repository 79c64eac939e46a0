// A file of its own: the content security policy lets no script stand in the page.
window.ui = SwaggerUIBundle({
  url: document.currentScript.dataset.document,
  dom_id: "#swagger-ui",
});
