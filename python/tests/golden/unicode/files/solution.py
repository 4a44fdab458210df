def fail_late(x):
    return "😀😀" + "שלום" + missing(x)


def echo():
    print("🇳🇴 مرحبا café")
    return "שלום 😀"
