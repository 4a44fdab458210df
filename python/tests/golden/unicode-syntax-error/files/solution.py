name = "😀" ; total = = 1
