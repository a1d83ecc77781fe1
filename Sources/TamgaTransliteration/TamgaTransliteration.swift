// TamgaTransliteration
