MODULE_CODE = "EXSITU"
MODULE_LABEL = "Conservation ex situ"
MODULE_PICTO = "fa-pagelines"  # Font Awesome 4.7
