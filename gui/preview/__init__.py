"""The preview: the pages of the PDF as it would be exported."""
